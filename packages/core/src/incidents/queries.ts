import { fail, fieldErrorsOf } from "@pronaflow/contract";
import { IncidentInput, ListIncidentsInput } from "@pronaflow/contract/inputs/incidents";
import type { IncidentDetail, IncidentPage } from "@pronaflow/contract/outputs/incidents";
import { Prisma } from "@pronaflow/db";
import type * as z from "zod";
import { listActsOn } from "../audit/queries.ts";
import type { SystemContext } from "../kernel/context.ts";
import { requireSystemPermission } from "../kernel/require-permission.ts";
import { transact } from "../kernel/transaction.ts";
import { cursorOf, idOfCursor } from "../system/records.ts";
import type { IncidentRow } from "./records.ts";
import { toIncident } from "./records.ts";

const PAGE = 25;

const COLUMNS = Prisma.sql`i.id::text AS id, i.kind, i.severity::text AS severity, i.state::text AS state, i.occurrences,
  i.opened_at, i.last_at, i.closed_at, a.id::text AS account_id, a.display_name, a.email`;

/**
 * Incidents for the console, the newest first, by keyset.
 * @throws FORBIDDEN, INVALID_INPUT.
 */
export async function listIncidents(
  ctx: SystemContext,
  given: z.input<typeof ListIncidentsInput>,
): Promise<IncidentPage> {
  requireSystemPermission(ctx.scope.systemRole, "incidents.read");
  const parsed = ListIncidentsInput.safeParse(given);
  if (!parsed.success) return fail("INVALID_INPUT", {}, fieldErrorsOf(parsed.error));
  const { state, severity, kind, cursor, limit = PAGE } = parsed.data;
  const before = cursor ? idOfCursor(cursor) : null;
  const conditions = [
    state ? Prisma.sql`i.state = ${state}::"IncidentState"` : null,
    severity ? Prisma.sql`i.severity = ${severity}::"IncidentSeverity"` : null,
    kind ? Prisma.sql`i.kind = ${kind}` : null,
    before
      ? Prisma.sql`(i.opened_at, i.id) < (SELECT b.opened_at, b.id FROM incident b WHERE b.id = ${before}::uuid)`
      : null,
  ].filter((condition) => condition !== null);
  const where = conditions.length > 0 ? Prisma.join(conditions, " AND ") : Prisma.sql`true`;
  const rows = await transact(
    ctx.services,
    { system: true },
    (tx) => tx.$queryRaw<IncidentRow[]>`SELECT ${COLUMNS} FROM incident i LEFT JOIN account a ON a.id = i.account_id
      WHERE ${where} ORDER BY i.opened_at DESC, i.id DESC LIMIT ${limit + 1}`,
  );
  const items = rows.slice(0, limit).map(toIncident);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? cursorOf(last.id) : null };
}

/**
 * One incident with what speaks for it and what was done about it.
 * @throws FORBIDDEN, NOT_FOUND.
 */
export async function findIncident(ctx: SystemContext, given: z.input<typeof IncidentInput>): Promise<IncidentDetail> {
  requireSystemPermission(ctx.scope.systemRole, "incidents.read");
  const parsed = IncidentInput.safeParse(given);
  if (!parsed.success) return fail("INVALID_INPUT", {}, fieldErrorsOf(parsed.error));
  const { id } = parsed.data;
  return await transact(ctx.services, { system: true }, async (tx) => {
    const [row] = await tx.$queryRaw<(IncidentRow & { evidence: string })[]>`SELECT ${COLUMNS}, i.evidence
      FROM incident i LEFT JOIN account a ON a.id = i.account_id WHERE i.id = ${id}::uuid`;
    if (!row) return fail("NOT_FOUND");
    const evidence = JSON.parse(row.evidence) as IncidentDetail["evidence"];
    return { ...toIncident(row), evidence, history: await listActsOn(tx, id) };
  });
}
