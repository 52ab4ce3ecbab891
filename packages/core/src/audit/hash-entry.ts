import { createHash } from "node:crypto";

/** A row of the audit as the verifier reads it, every field as text. */
export interface StoredEntry {
  chain: string;
  seq: string;
  id: string;
  /** Microseconds since 1970. */
  at: string;
  action: string;
  actor_kind: string;
  actor_id: string | null;
  on_behalf_of: string | null;
  target: string;
  workspace_id: string | null;
  request_id: string;
  detail_digest: Buffer;
  prev: Buffer;
  hash: Buffer;
  salt: Buffer | null;
  detail: string | null;
}

const VERSION = "pronaflow-audit-v1";

/** The hash of a row, computed apart from the database's own function: one checks the other. */
export function hashEntry(entry: StoredEntry): Buffer {
  const hash = createHash("sha256");
  const fields = [
    VERSION,
    entry.chain,
    entry.seq,
    entry.id,
    entry.at,
    entry.action,
    entry.actor_kind,
    entry.actor_id,
    entry.on_behalf_of,
    entry.target,
    entry.workspace_id,
    entry.request_id,
  ];
  hash.update(Buffer.concat(fields.flatMap(lengthPrefixed)));
  return hash.update(entry.detail_digest).update(entry.prev).digest();
}

/** The digest of a row's personal detail; null once that is erased. */
export function digestDetail(entry: StoredEntry): Buffer | null {
  if (entry.salt === null || entry.detail === null) return null;
  return createHash("sha256").update(entry.salt).update(entry.detail, "utf8").digest();
}

// Its length in bytes as a big-endian int4, then its UTF-8 bytes; null is the length -1.
function lengthPrefixed(value: string | null): Buffer[] {
  const length = Buffer.alloc(4);
  if (value === null) {
    length.writeInt32BE(-1);
    return [length];
  }
  const bytes = Buffer.from(value, "utf8");
  length.writeInt32BE(bytes.length);
  return [length, bytes];
}
