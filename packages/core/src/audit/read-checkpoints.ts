import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Signer } from "@pronaflow/auth";

/** Where a chain stood whenever a checkpoint was written: hash (hex) by row number. */
export type SignedHeads = Map<number, string>;

export interface Checkpoints {
  /** By chain. All of them: a chain that was rewritten is signed anew later, and only the older head tells. */
  heads: Map<string, SignedHeads>;
  /** SHA-256 of the last line, hex; the next one names it. Empty before the first. */
  lastLine: string;
  /** Where the files themselves were changed: the file and line, or null. */
  tampered: string | null;
}

/** One line of a checkpoint file, before its signature. */
export interface CheckpointBody {
  at: string;
  /** SHA-256 of the line before, over all files, hex. */
  previous: string;
  heads: Record<string, [seq: number, hash: string]>;
}

/** Reads all checkpoints, oldest first, and checks each line's signature and its link to the one before. */
export function readCheckpoints(folder: string, signer: Signer): Checkpoints {
  const found: Checkpoints = { heads: new Map(), lastLine: "", tampered: null };
  if (!existsSync(folder)) return found;
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith(".jsonl"))
    .sort()) {
    // What follows the last line break was being written when the machine stopped: no checkpoint yet.
    const lines = readFileSync(join(folder, name), "utf8").split("\n").slice(0, -1);
    for (const [index, line] of lines.entries()) {
      const body = bodyOf(line, signer);
      if (body?.previous !== found.lastLine) found.tampered ??= `${name}:${index + 1}`;
      for (const [chain, [seq, hash]] of Object.entries(body?.heads ?? {})) remember(found.heads, chain, seq, hash);
      found.lastLine = createHash("sha256").update(line).digest("hex");
    }
  }
  return found;
}

// Two hashes under one number cannot both be right: the first one seen stays, so that the later one stands out.
function remember(heads: Checkpoints["heads"], chain: string, seq: number, hash: string): void {
  const signed = heads.get(chain) ?? new Map<number, string>();
  if (!signed.has(seq)) signed.set(seq, hash);
  heads.set(chain, signed);
}

function bodyOf(line: string, signer: Signer): CheckpointBody | null {
  const cut = line.lastIndexOf("\t");
  const text = line.slice(0, cut);
  if (cut < 0 || !signer.verify(text, line.slice(cut + 1))) return null;
  return JSON.parse(text) as CheckpointBody;
}
