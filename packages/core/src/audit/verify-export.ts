import type { StoredEntry } from "./hash-entry.ts";
import { chainOf, digestDetail, hashEntry } from "./hash-entry.ts";

/** What a file of the access log turned out to be. */
export interface ExportVerdict {
  rows: number;
  /** Whether every row follows the one before: false where a filter left rows out between them. */
  isWhole: boolean;
  fault: { line: number; kind: "unreadable" | "edited" | "detail" | "unlinked" } | null;
}

interface Walk {
  line: number;
  isWhole: boolean;
  last: StoredEntry | null;
}

/**
 * Verifies a JSON Lines file of the access log by itself, with no database at hand: each row is what was hashed, rows
 * that are neighbours are linked. What was cut from its ends only the chain's signed checkpoints can tell.
 */
export async function verifyExport(lines: AsyncIterable<string>): Promise<ExportVerdict> {
  const walk: Walk = { line: 0, isWhole: true, last: null };
  for await (const text of lines) {
    if (text === "") continue;
    walk.line++;
    const kind = faultOf(text, walk);
    if (kind) return { rows: walk.line - 1, isWhole: walk.isWhole, fault: { line: walk.line, kind } };
  }
  return { rows: walk.line, isWhole: walk.isWhole, fault: null };
}

function faultOf(text: string, walk: Walk): NonNullable<ExportVerdict["fault"]>["kind"] | null {
  const entry = readEntry(text);
  if (!entry) return "unreadable";
  if (!hashEntry(entry).equals(entry.hash)) return "edited";
  const digest = digestDetail(entry);
  if (digest && !digest.equals(entry.detail_digest)) return "detail";
  const { last } = walk;
  walk.last = entry;
  if (entry.chain !== chainOf(entry) || (last && last.chain !== entry.chain)) return "unlinked";
  if (last && Number(entry.seq) <= Number(last.seq)) return "unlinked";
  const isNext = Number(entry.seq) === Number(last?.seq ?? 0) + 1;
  if (!isNext) walk.isWhole = false;
  return isNext && last && !entry.prev.equals(last.hash) ? "unlinked" : null;
}

function readEntry(text: string): StoredEntry | null {
  try {
    const row = JSON.parse(text) as Record<string, string | null>;
    const hex = (name: string) => Buffer.from(row[name] ?? "", "hex");
    return {
      chain: String(row.chain),
      seq: String(row.seq),
      id: String(row.id),
      at: String(row.at),
      action: String(row.action),
      actor_kind: String(row.actorKind),
      actor_id: row.actorId ?? null,
      on_behalf_of: row.onBehalfOf ?? null,
      target: String(row.target),
      workspace_id: row.workspaceId ?? null,
      request_id: String(row.requestId),
      detail_digest: hex("detailDigest"),
      prev: hex("prev"),
      hash: hex("hash"),
      salt: row.salt ? hex("salt") : null,
      detail: row.detail ?? null,
    };
  } catch {
    return null;
  }
}
