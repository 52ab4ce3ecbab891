import { join } from "node:path";
import { startEmbedded } from "@pronaflow/db/embedded";
import { readLaunchSettings } from "./env.ts";

// The database lives in a process of its own: the library that runs it ends its host on Ctrl-C, and the database must
// be the last to go.
export type DatabaseMessage = { url: string } | { failure: string };

const settings = readLaunchSettings({ isDev: false });

try {
  const database = await startEmbedded({
    dataDir: join(settings.dataDir, "postgres"),
    port: settings.ports.database,
    log: (line: string) => process.stdout.write(`${line}\n`),
  });
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    await database.stop();
    process.exit(0);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  send({ url: database.url });
} catch (error) {
  send({ failure: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
}

function send(message: DatabaseMessage): void {
  process.send?.(message);
}
