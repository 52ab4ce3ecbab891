import type { Signer } from "@pronaflow/auth";
import type { StoredEntry } from "./hash-entry.ts";
import { chainOf, digestDetail, hashEntry } from "./hash-entry.ts";
import type { SignedHeads } from "./read-checkpoints.ts";
import { readCheckpoints } from "./read-checkpoints.ts";

/** The first thing that is wrong, and where. */
export interface AuditFault {
  chain: string;
  seq: number;
  /**
   * missing: a number is skipped · unlinked: it does not follow the row before, or has no place in this chain (forged or swapped in) · edited: its fields
   * are not what was hashed · detail: the personal part was changed · cut: rows are gone from the end · rewritten: it is not
   * what a checkpoint saw · checkpoint: the checkpoint files themselves were changed (named in `chain`).
   */
  kind: "missing" | "unlinked" | "edited" | "detail" | "cut" | "rewritten" | "checkpoint";
}

export interface AuditVerdict {
  rows: number;
  chains: number;
  fault: AuditFault | null;
}

/** Runs one statement on one connection and answers with its rows; as the owner, or as whoever may read every row. */
export type RunQuery = <Row>(text: string, values: unknown[]) => Promise<Row[]>;

const BATCH = 5000;
const ENTRIES = `SELECT e.chain, e.seq::text AS seq, e.id::text AS id, ((extract(epoch FROM e.at) * 1000000)::bigint)::text AS at,
    e.action, e.actor_kind::text AS actor_kind, e.actor_id::text AS actor_id, e.on_behalf_of::text AS on_behalf_of, e.target,
    e.workspace_id::text AS workspace_id, e.request_id, e.detail_digest, e.prev, e.hash, d.salt, d.detail
  FROM audit_entry e LEFT JOIN audit_detail d ON d.entry_id = e.id
  WHERE (e.chain, e.seq) > ($1, $2) ORDER BY e.chain, e.seq LIMIT ${BATCH}`;

interface Walk {
  chain: string;
  seq: number;
  hash: Buffer;
}

/**
 * Reads every row of every chain once, recomputes each hash, and compares the ends with heads and signed checkpoints. It
 * sees one moment of the database, so that a product at work is no fault; the checkpoints are read before that moment.
 */
export async function verifyAudit(
  run: RunQuery,
  checkpoints: { folder: string; signer: Signer },
): Promise<AuditVerdict> {
  const { heads: signed, tampered } = readCheckpoints(checkpoints.folder, checkpoints.signer);
  if (tampered) return { rows: 0, chains: 0, fault: { chain: tampered, seq: 0, kind: "checkpoint" } };
  await run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", []);
  try {
    return await walkChains(run, signed);
  } finally {
    await run("ROLLBACK", []);
  }
}

async function walkChains(run: RunQuery, signed: Map<string, SignedHeads>): Promise<AuditVerdict> {
  const ends = new Map<string, Walk>();
  let rows = 0;
  let walk: Walk = { chain: "", seq: 0, hash: Buffer.alloc(0) };
  for (;;) {
    const batch = await run<StoredEntry>(ENTRIES, [walk.chain, walk.seq]);
    for (const entry of batch) {
      const before = entry.chain === walk.chain ? walk : { chain: entry.chain, seq: 0, hash: Buffer.alloc(0) };
      const kind = faultOf(entry, before, signed.get(entry.chain));
      if (kind) {
        const seq = kind === "missing" ? before.seq + 1 : Number(entry.seq);
        return { rows, chains: ends.size, fault: { chain: entry.chain, seq, kind } };
      }
      walk = { chain: entry.chain, seq: Number(entry.seq), hash: entry.hash };
      ends.set(entry.chain, walk);
      rows++;
    }
    if (batch.length < BATCH) break;
  }
  return { rows, chains: ends.size, fault: await faultAtTheEnd(run, ends, signed) };
}

function faultOf(entry: StoredEntry, before: Walk, signed: SignedHeads | undefined): AuditFault["kind"] | null {
  const seq = Number(entry.seq);
  if (seq !== before.seq + 1) return "missing";
  if (!hashEntry(entry).equals(entry.hash)) return "edited";
  if (!entry.prev.equals(before.hash) || entry.chain !== chainOf(entry)) return "unlinked";
  const digest = digestDetail(entry);
  if (digest && !digest.equals(entry.detail_digest)) return "detail";
  const seen = signed?.get(seq);
  return seen !== undefined && seen !== entry.hash.toString("hex") ? "rewritten" : null;
}

function lastOf(heads: SignedHeads): number {
  let last = 0;
  for (const seq of heads.keys()) last = Math.max(last, seq);
  return last;
}

// A cut tail leaves a whole chain: only the head, or what a checkpoint saw, knows that there was more.
async function faultAtTheEnd(
  run: RunQuery,
  ends: Map<string, Walk>,
  signed: Map<string, SignedHeads>,
): Promise<AuditFault | null> {
  for (const [chain, heads] of signed) {
    const end = ends.get(chain)?.seq ?? 0;
    if (end < lastOf(heads)) return { chain, seq: end + 1, kind: "cut" };
  }
  const heads = await run<{ chain: string; seq: string; hash: Buffer }>(
    "SELECT chain, seq::text AS seq, hash FROM audit_head",
    [],
  );
  const known = new Map(heads.map((head) => [head.chain, head]));
  for (const { chain, seq, hash } of heads) {
    const end = ends.get(chain);
    if ((end?.seq ?? 0) < Number(seq)) return { chain, seq: (end?.seq ?? 0) + 1, kind: "cut" };
    if (end && !end.hash.equals(hash)) return { chain, seq: end.seq, kind: "rewritten" };
  }
  for (const [chain, { seq }] of ends) {
    if (Number(known.get(chain)?.seq ?? 0) < seq) return { chain, seq, kind: "unlinked" };
  }
  return null;
}
