import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Signer } from "@pronaflow/auth";
import { createSigner } from "@pronaflow/auth";
import type { Services } from "../kernel/services.ts";
import { transact } from "../kernel/transaction.ts";
import type { CheckpointBody } from "./read-checkpoints.ts";
import { readCheckpoints } from "./read-checkpoints.ts";

/** Where the checkpoints lie: outside the database, so that who rewrites it cannot rewrite them. */
export function checkpointFolder(dataDir: string): string {
  return join(dataDir, "checkpoints");
}

export function checkpointSigner(services: Pick<Services, "keys">): Signer {
  return createSigner(services.keys, "audit-checkpoint");
}

type Head = { chain: string; seq: string; hash: Uint8Array };

/**
 * Appends a signed line with the heads that moved since the last one; nothing where none did. Written through to the disk
 * before it returns. Workers at once write one after the other. Answers with how many heads it holds.
 */
export async function writeCheckpoint(services: Services): Promise<number> {
  const folder = checkpointFolder(services.env.DATA_DIR);
  const signer = checkpointSigner(services);
  return await transact(services, { system: true }, async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('audit-checkpoint', 0))::text`;
    const heads = await tx.$queryRaw<Head[]>`SELECT chain, seq::text AS seq, hash FROM audit_head
      WHERE seq > 0 ORDER BY chain`;
    // Read under the lock: each line names the one before it.
    const known = readCheckpoints(folder, signer);
    const moved = heads.filter(({ chain, seq }) => !known.heads.get(chain)?.has(Number(seq)));
    if (moved.length === 0) return 0;
    const now = services.clock.now().toISOString();
    const text = JSON.stringify({ at: now, previous: known.lastLine, heads: byChain(moved) } satisfies CheckpointBody);
    append(folder, `${now.slice(0, 10)}.jsonl`, `${text}\t${signer.sign(text)}\n`);
    return moved.length;
  });
}

function byChain(heads: readonly Head[]): CheckpointBody["heads"] {
  return Object.fromEntries(
    heads.map(({ chain, seq, hash }) => [chain, [Number(seq), Buffer.from(hash).toString("hex")]]),
  );
}

function append(folder: string, name: string, line: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, name);
  dropTornLine(path);
  const file = openSync(path, "a", 0o600);
  try {
    writeSync(file, line);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

// A line that the machine stopped in the middle of was never a checkpoint, and must not swallow the next one.
function dropTornLine(path: string): void {
  if (!existsSync(path)) return;
  const written = readFileSync(path);
  const whole = written.lastIndexOf(0x0a) + 1;
  if (whole < written.length) truncateSync(path, whole);
}
