import { fail, fieldErrorsOf } from "@pronaflow/contract";
import { FindCandidateInput, ListAdminsInput } from "@pronaflow/contract/inputs/admins";
import type { AdminPage, Candidate } from "@pronaflow/contract/outputs/admins";
import { Prisma } from "@pronaflow/db";
import type * as z from "zod";
import { hasSecondFactor } from "../factors/has-second-factor.ts";
import { identifierOf } from "../identity/find-account.ts";
import type { SystemContext } from "../kernel/context.ts";
import { requireSystemPermission } from "../kernel/require-permission.ts";
import { transact } from "../kernel/transaction.ts";
import { partyOf } from "../passkeys/records.ts";
import { escapeLike } from "../system/rules.ts";
import type { AdminRow, PersonRow } from "./records.ts";
import { adminCursor, readAdminCursor, toAdmin, toCandidate } from "./records.ts";

const PAGE = 25;

// What opens the console: a passkey of the user app's host does not.
const person = (
  ctx: SystemContext,
) => Prisma.sql`a.id::text AS id, a.display_name, a.username, a.email, a.system_role::text AS role,
  a.status::text AS status, a.deletion_due_at,
  ${hasSecondFactor(partyOf(ctx).id, Prisma.sql`a.id`)} AS has_second_factor`;

// A session says when it was used last; where there is none any more, the last sign-in that was let in.
const IN_CONSOLE = Prisma.sql`coalesce(
    (SELECT max(s.last_seen_at) FROM session s WHERE s.account_id = a.id AND s.audience = 'ADMIN'),
    (SELECT max(t.at) FROM auth_attempt t
     WHERE t.account_id = a.id AND t.audience = 'ADMIN' AND t.outcome = 'succeeded')) AS last_seen_at,
  a.system_role = 'SUPERADMIN' AND a.status = 'ACTIVE' AND a.deletion_due_at IS NULL AND NOT EXISTS (
    SELECT FROM account o WHERE o.system_role = 'SUPERADMIN' AND o.status = 'ACTIVE' AND o.deletion_due_at IS NULL
      AND o.id <> a.id) AS is_last`;

/**
 * Who has a role in the console, the strongest first, by keyset. `q` finds in the name, or at the start of the username or
 * of the address.
 * @throws FORBIDDEN, INVALID_INPUT.
 */
export async function listAdmins(ctx: SystemContext, given: z.input<typeof ListAdminsInput>): Promise<AdminPage> {
  requireSystemPermission(ctx.scope.systemRole, "admins.name");
  const parsed = ListAdminsInput.safeParse(given);
  if (!parsed.success) return fail("INVALID_INPUT", {}, fieldErrorsOf(parsed.error));
  const { role, q, cursor, limit = PAGE } = parsed.data;
  const after = cursor ? readAdminCursor(cursor) : null;
  const conditions = [
    role ? Prisma.sql`a.system_role = ${role}::"SystemRole"` : Prisma.sql`a.system_role > 'USER'`,
    after
      ? Prisma.sql`(a.system_role, a.id) < (${after.role}::"SystemRole", ${after.id}::uuid)`
      : Prisma.sql`a.status <> 'DELETED'`,
    matches(q?.trim() ?? ""),
  ];
  const rows = await transact(
    ctx.services,
    { system: true },
    (tx) => tx.$queryRaw<AdminRow[]>`SELECT ${person(ctx)}, ${IN_CONSOLE} FROM account a
      WHERE ${Prisma.join(conditions, " AND ")}
      ORDER BY a.system_role DESC, a.id DESC LIMIT ${limit + 1}`,
  );
  const items = rows.slice(0, limit).map(toAdmin);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? adminCursor(last) : null };
}

/**
 * The account of a whole address or username, to be named.
 * @throws FORBIDDEN, INVALID_INPUT; NOT_FOUND also for one that was deleted.
 */
export async function findCandidate(ctx: SystemContext, given: z.input<typeof FindCandidateInput>): Promise<Candidate> {
  requireSystemPermission(ctx.scope.systemRole, "admins.name");
  const parsed = FindCandidateInput.safeParse(given);
  if (!parsed.success) return fail("INVALID_INPUT", {}, fieldErrorsOf(parsed.error));
  const identifier = identifierOf(parsed.data.identifier);
  const column = identifier.includes("@") ? Prisma.sql`a.email_normal` : Prisma.sql`a.username`;
  const [row] = await transact(
    ctx.services,
    { system: true },
    (tx) => tx.$queryRaw<PersonRow[]>`SELECT ${person(ctx)} FROM account a
      WHERE ${column} = ${identifier} AND a.status <> 'DELETED'`,
  );
  return row ? toCandidate(row) : fail("NOT_FOUND");
}

function matches(q: string): Prisma.Sql {
  if (q === "") return Prisma.sql`true`;
  const start = `${escapeLike(q.toLowerCase())}%`;
  return Prisma.sql`(a.display_name ILIKE ${`%${escapeLike(q)}%`} OR a.username LIKE ${start}
    OR lower(a.email_normal) LIKE ${start})`;
}
