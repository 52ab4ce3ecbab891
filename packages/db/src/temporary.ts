import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Embedded } from "./embedded.ts";
import { startEmbedded } from "./embedded.ts";

/** A throw-away server in the temp folder, without fsync, on a free port: for tests and for diffs. Gone after `stop`. */
export async function startTemporary(log: (line: string) => void = () => undefined): Promise<Embedded> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), "pronaflow-db-"));
  // mkdtemp closes the folder to everyone else; the server may run as another account.
  chmodSync(dataDir, 0o755);
  const server = await startEmbedded({ dataDir, port: 0, log, durable: false });
  return {
    ...server,
    async stop() {
      await server.stop();
      for (const folder of [server.home, dataDir]) rmSync(folder, { recursive: true, force: true });
    },
  };
}
