import { closeSync, fsyncSync, mkdirSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Signer } from "@pronaflow/auth";
import { createSigner } from "@pronaflow/auth";
import type { Services } from "../kernel/services.ts";
import { reading } from "../kernel/transaction.ts";
import type { CheckpointBody } from "./read-checkpoints.ts";
import { readCheckpoints } from "./read-checkpoints.ts";

/** Where the checkpoints lie: outside the database, so that who rewrites it cannot rewrite them. */
export function checkpointFolder(dataDir: string): string {
  return join(dataDir, "checkpoints");
}

export function checkpointSigner(services: Pick<Services, "keys">): Signer {
  return createSigner(services.keys, "audit-checkpoint");
}

/**
 * Appends a signed line with the heads that moved since the last one; nothing where none did. Written through to the disk
 * before it returns. Answers with how many heads it holds.
 */
export async function writeCheckpoint(services: Services): Promise<number> {
  const folder = checkpointFolder(services.env.DATA_DIR);
  const signer = checkpointSigner(services);
  const known = readCheckpoints(folder, signer);
  const rows = await reading(() =>
    services.db.hot<{ chain: string; seq: string; hash: Buffer }>(
      "audit_heads",
      "SELECT chain, seq::text AS seq, hash FROM audit_head WHERE seq > 0 ORDER BY chain",
      [],
    ),
  );
  const moved = rows.filter(({ chain, seq }) => known.heads.get(chain)?.seq !== Number(seq));
  if (moved.length === 0) return 0;
  const now = services.clock.now().toISOString();
  const heads = Object.fromEntries(
    moved.map(({ chain, seq, hash }): [string, [number, string]] => [chain, [Number(seq), hash.toString("hex")]]),
  );
  const text = JSON.stringify({ at: now, previous: known.lastLine, heads } satisfies CheckpointBody);
  append(folder, `${now.slice(0, 10)}.jsonl`, `${text}\t${signer.sign(text)}\n`);
  return moved.length;
}

function append(folder: string, name: string, line: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = openSync(join(folder, name), "a", 0o600);
  try {
    writeSync(file, line);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
