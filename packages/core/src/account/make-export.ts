import { strToU8, zipSync } from "fflate";
import { lockAccount } from "../identity/records.ts";
import { enqueueMails } from "../kernel/outbox.ts";
import { workerContext } from "../kernel/scope.ts";
import type { Services } from "../kernel/services.ts";
import { transact } from "../kernel/transaction.ts";
import { noticeMail } from "../notices/notice-mail.ts";
import { exportSections } from "./export-sections.ts";

/** Spec ID-14: so long the archive can be fetched. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1000;
/** The archive lies in one row of the database: past this it fails, rather than filling memory. */
const ARCHIVE_BYTES_MAX = 32 * 1024 * 1024;

/**
 * Makes the archive of an export that was asked for and mails its owner; what is done already stays. Cut anywhere, it
 * begins again; two at once make one archive and one mail.
 */
export async function makeExport(services: Services, exportId: string): Promise<void> {
  const accountId = await begin(services, exportId);
  if (!accountId) return;
  const files: Record<string, Uint8Array> = {};
  const sections = Object.entries(exportSections);
  for (const [index, [name, sql]] of sections.entries()) {
    files[`${name}.json`] = strToU8(await readSection(services, sql, accountId));
    await advance(services, exportId, Math.floor(((index + 1) / sections.length) * 95));
  }
  const picture = await readPicture(services, accountId);
  if (picture) files["picture.webp"] = picture;
  const archive = zipSync(files, { level: 6, mtime: services.clock.now() });
  if (archive.length > ARCHIVE_BYTES_MAX) await giveUp(services, exportId);
  else await finish(services, exportId, archive);
}

async function begin(services: Services, exportId: string): Promise<string | null> {
  const [row] = await services.db.hot<{ account_id: string }>(
    "export_begin",
    `UPDATE data_export SET state = 'RUNNING', progress = 0 WHERE id = $1 AND state IN ('QUEUED', 'RUNNING')
     RETURNING account_id::text AS account_id`,
    [exportId],
  );
  return row?.account_id ?? null;
}

async function readSection(services: Services, sql: string, accountId: string): Promise<string> {
  return await transact(services, { system: true }, async (tx) => {
    const rows = await tx.$queryRawUnsafe<{ row: string }[]>(
      `SELECT to_jsonb(s)::text AS row FROM (${sql.replaceAll("$1", "$1::uuid")}) s`,
      accountId,
    );
    return JSON.stringify(
      rows.map(({ row }) => JSON.parse(row) as unknown),
      null,
      2,
    );
  });
}

async function readPicture(services: Services, accountId: string): Promise<Uint8Array | null> {
  const sql = "SELECT image FROM account_avatar WHERE account_id = $1";
  const [row] = await services.db.hot<{ image: Uint8Array }>("export_picture", sql, [accountId]);
  return row?.image ?? null;
}

async function advance(services: Services, exportId: string, progress: number): Promise<void> {
  await services.db.hot(
    "export_advance",
    "UPDATE data_export SET progress = $2 WHERE id = $1 AND state = 'RUNNING' AND progress < $2",
    [exportId, progress],
  );
}

async function giveUp(services: Services, exportId: string): Promise<void> {
  const sql = "UPDATE data_export SET state = 'FAILED', finished_at = $2 WHERE id = $1 AND state = 'RUNNING'";
  await services.db.hot("export_failed", sql, [exportId, services.clock.now()]);
  services.log.error("export too large", { exportId });
}

async function finish(services: Services, exportId: string, archive: Uint8Array): Promise<void> {
  const now = services.clock.now();
  const expiresAt = new Date(now.getTime() + KEPT_MS);
  await transact(services, { system: true }, async (tx) => {
    // The one statement that decides: a twin of this run meets READY.
    const [made] = await tx.$queryRaw<{ account_id: string }[]>`UPDATE data_export SET state = 'READY', progress = 100,
        finished_at = ${now}, expires_at = ${expiresAt}, archive = ${Buffer.from(archive)}
      WHERE id = ${exportId}::uuid AND state = 'RUNNING' RETURNING account_id::text AS account_id`;
    const owner = made ? await lockAccount(tx, { id: made.account_id }) : null;
    if (!owner || owner.status === "DELETED") return;
    const ctx = workerContext(services, services.random.uuid());
    const facts = { downloadLink: `${services.env.APP_URL}/account/data`, expiresAt: expiresAt.toISOString() };
    await enqueueMails(tx, ctx, [await noticeMail(tx, ctx, owner, { template: "export-ready", facts, origin: null })]);
  });
}
