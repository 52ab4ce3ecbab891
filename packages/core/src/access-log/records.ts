import type { StoredEntry } from "../audit/hash-entry.ts";
import { csvLine, isActOfTheSystem } from "./rules.ts";

/** A row of the audit with the names a reader wants. */
export interface ExportedEntry extends StoredEntry {
  moment: Date;
  actor_name: string | null;
  target_name: string | null;
}

const COLUMNS =
  "sequence,time,action,actor,actor_id,target,target_id,ip,browser,os,before,after,reason,request_id,hash".split(",");

/** What a file begins with. The byte order mark tells spreadsheets that it is UTF-8. */
export const FILE_HEADS = { csv: `\ufeff${csvLine(COLUMNS)}`, jsonl: "" } as const;

type Told = Partial<Record<"ip" | "browser" | "os" | "reason", string | null>> & { before?: unknown; after?: unknown };

/** An entry for people and their spreadsheets. */
export function csvEntry(entry: ExportedEntry): string {
  const told = entry.detail ? (JSON.parse(entry.detail) as Told) : {};
  const origin: Told = isActOfTheSystem(entry.action) ? {} : told;
  return csvLine([
    entry.seq,
    entry.moment.toISOString(),
    entry.action,
    entry.actor_name ?? entry.actor_kind.toLowerCase(),
    entry.actor_id,
    entry.target_name,
    entry.target,
    origin.ip ?? null,
    origin.browser ?? null,
    origin.os ?? null,
    told.before ? JSON.stringify(told.before) : null,
    told.after ? JSON.stringify(told.after) : null,
    told.reason ?? null,
    entry.request_id,
    entry.hash.toString("hex"),
  ]);
}

/**
 * An entry as the chain has it: every field that is hashed, so that the file verifies by itself (`pnpm audit:verify
 * --file`). The personal detail of what the system did stays behind; its digest shows that nothing was put in its place.
 */
export function jsonEntry(entry: ExportedEntry): string {
  const isHidden = isActOfTheSystem(entry.action);
  return `${JSON.stringify({
    chain: entry.chain,
    seq: entry.seq,
    id: entry.id,
    at: entry.at,
    time: entry.moment.toISOString(),
    action: entry.action,
    actorKind: entry.actor_kind,
    actorId: entry.actor_id,
    actorName: entry.actor_name,
    onBehalfOf: entry.on_behalf_of,
    target: entry.target,
    targetName: entry.target_name,
    workspaceId: entry.workspace_id,
    requestId: entry.request_id,
    detailDigest: entry.detail_digest.toString("hex"),
    prev: entry.prev.toString("hex"),
    hash: entry.hash.toString("hex"),
    salt: isHidden ? null : (entry.salt?.toString("hex") ?? null),
    detail: isHidden ? null : entry.detail,
  })}\n`;
}
