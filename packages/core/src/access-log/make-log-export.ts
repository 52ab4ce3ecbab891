import { createGzip } from "node:zlib";
import type { AccessLogFilter } from "@pronaflow/contract/inputs/access-log";
import { Prisma } from "@pronaflow/db";
import type { Services } from "../kernel/services.ts";
import { transact } from "../kernel/transaction.ts";
import type { ExportedEntry } from "./records.ts";
import { csvEntry, FILE_HEADS, jsonEntry } from "./records.ts";

/** So long a file can be fetched. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1000;
/** Entries read at a time: no transaction is long, and no more than these lie in memory beside the packed file. */
const BATCH = 2_000;
/** The packed file lies in one row of the database: past this it fails, rather than filling memory. */
const FILE_BYTES_MAX = 64 * 1024 * 1024;

type Begun = { format: "csv" | "jsonl"; filter: string; seq: string | null };
interface Work extends Begun {
  workspaceId: string;
  exportId: string;
}

/**
 * Writes the file of an export that was asked for, oldest entry first, up to the moment it begins; what is done already
 * stays. Cut anywhere, it begins again; two at once make one file.
 */
export async function makeLogExport(services: Services, workspaceId: string, exportId: string): Promise<void> {
  const begun = await begin(services, workspaceId, exportId);
  if (!begun) return;
  const work = { ...begun, workspaceId, exportId };
  const made = await write(services, work);
  await settle(services, work, made);
}

async function begin(services: Services, workspaceId: string, exportId: string): Promise<Begun | null> {
  return await transact(services, { system: true }, async (tx) => {
    const [row] = await tx.$queryRaw<Begun[]>`UPDATE workspace_export x SET state = 'RUNNING', progress = 0
      FROM workspace w WHERE w.id = x.workspace_id AND w.deleted_at IS NULL AND x.workspace_id = ${workspaceId}::uuid
        AND x.id = ${exportId}::uuid AND x.state IN ('QUEUED', 'RUNNING')
      RETURNING x.format, x.filter,
        (SELECT h.seq::text FROM audit_head h WHERE h.chain = ${`w:${workspaceId}`}) AS seq`;
    return row ?? null;
  });
}

interface Made {
  file: Buffer;
  entries: number;
}

async function write(services: Services, work: Work): Promise<Made | null> {
  const gzip = createGzip();
  const parts: Buffer[] = [];
  let bytes = 0;
  gzip.on("data", (part: Buffer) => {
    parts.push(part);
    bytes += part.length;
  });
  const ended = new Promise<void>((resolve, reject) => gzip.once("end", resolve).once("error", reject));
  const line = work.format === "csv" ? csvEntry : jsonEntry;
  gzip.write(FILE_HEADS[work.format]);
  const last = Number(work.seq ?? 0);
  let entries = 0;
  for (let seq = 0; seq < last; ) {
    const batch = await readBatch(services, work, seq);
    for (const entry of batch) gzip.write(line(entry));
    entries += batch.length;
    seq = batch.length < BATCH ? last : Number(batch.at(-1)?.seq);
    // The packer works beside: what it has not taken yet must not pile up.
    if (gzip.writableNeedDrain) await new Promise((resolve) => gzip.once("drain", resolve));
    if (bytes > FILE_BYTES_MAX) return null;
    await advance(services, work, Math.min(99, Math.floor((seq / last) * 99)));
  }
  gzip.end();
  await ended;
  return { file: Buffer.concat(parts), entries };
}

async function readBatch(services: Services, work: Work, after: number): Promise<ExportedEntry[]> {
  const filter = JSON.parse(work.filter) as AccessLogFilter;
  const conditions = [
    Prisma.sql`e.chain = ${`w:${work.workspaceId}`} AND e.seq > ${after} AND e.seq <= ${Number(work.seq)}`,
    ...(filter.actorId ? [Prisma.sql`e.actor_id = ${filter.actorId}::uuid`] : []),
    ...(filter.actions?.length ? [Prisma.sql`e.action = ANY (${filter.actions})`] : []),
    ...(filter.from ? [Prisma.sql`e.at >= ${new Date(filter.from)}`] : []),
    ...(filter.to ? [Prisma.sql`e.at < ${new Date(filter.to)}`] : []),
  ];
  const rows = await transact(
    services,
    { system: true },
    (tx) => tx.$queryRaw<ExportedEntry[]>`SELECT e.chain, e.seq::text AS seq, e.id::text AS id, e.at AS moment,
        ((extract(epoch FROM e.at) * 1000000)::bigint)::text AS at, e.action, e.actor_kind::text AS actor_kind,
        e.actor_id::text AS actor_id, e.on_behalf_of::text AS on_behalf_of, e.target, e.workspace_id::text AS workspace_id,
        e.request_id, e.detail_digest, e.prev, e.hash, d.salt, d.detail, a.display_name AS actor_name,
        coalesce(t.display_name, i.email) AS target_name
      FROM audit_entry e LEFT JOIN audit_detail d ON d.entry_id = e.id LEFT JOIN account a ON a.id = e.actor_id
        CROSS JOIN LATERAL (SELECT CASE WHEN e.target ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
            THEN e.target::uuid END AS id,
          CASE WHEN e.action LIKE 'member.%' THEN coalesce(d.detail::json #>> '{after,accountId}',
            d.detail::json #>> '{before,accountId}')::uuid END AS account_id) named
        LEFT JOIN membership m ON m.workspace_id = e.workspace_id AND m.id = named.id
        LEFT JOIN account t ON t.id = coalesce(m.account_id, named.account_id, named.id)
        LEFT JOIN invitation i ON i.workspace_id = e.workspace_id AND i.id = named.id
      WHERE ${Prisma.join(conditions, " AND ")} ORDER BY e.seq LIMIT ${BATCH}`,
  );
  return rows.map((row) => ({
    ...row,
    detail_digest: Buffer.from(row.detail_digest),
    prev: Buffer.from(row.prev),
    hash: Buffer.from(row.hash),
    salt: row.salt ? Buffer.from(row.salt) : null,
  }));
}

async function advance(services: Services, { workspaceId, exportId }: Work, progress: number): Promise<void> {
  await transact(
    services,
    { system: true },
    (
      tx,
    ) => tx.$executeRaw`UPDATE workspace_export SET progress = ${progress}::integer WHERE workspace_id = ${workspaceId}::uuid
      AND id = ${exportId}::uuid AND state = 'RUNNING' AND progress < ${progress}::integer`,
  );
}

async function settle(services: Services, { workspaceId, exportId }: Work, made: Made | null): Promise<void> {
  const now = services.clock.now();
  const expiresAt = new Date(now.getTime() + KEPT_MS);
  if (!made) services.log.error("log export too large", { exportId });
  await transact(services, { system: true }, (tx) =>
    made
      ? tx.$executeRaw`UPDATE workspace_export SET state = 'READY', progress = 100, entries = ${made.entries}::integer,
          finished_at = ${now}, expires_at = ${expiresAt}, file = ${made.file} WHERE workspace_id = ${workspaceId}::uuid
          AND id = ${exportId}::uuid AND state = 'RUNNING'`
      : tx.$executeRaw`UPDATE workspace_export SET state = 'FAILED', finished_at = ${now}, expires_at = ${expiresAt}
          WHERE workspace_id = ${workspaceId}::uuid AND id = ${exportId}::uuid AND state = 'RUNNING'`,
  );
}
