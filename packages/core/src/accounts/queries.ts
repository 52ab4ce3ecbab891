import { fail, fieldErrorsOf } from "@pronaflow/contract";
import { AccountInput, ListAccountsInput } from "@pronaflow/contract/inputs/accounts";
import type { AccountDetail, AccountPage } from "@pronaflow/contract/outputs/accounts";
import { Prisma } from "@pronaflow/db";
import type * as z from "zod";
import { isAnotherThere } from "../admins/is-last-superadmin.ts";
import { listActsOn } from "../audit/queries.ts";
import type { SystemContext } from "../kernel/context.ts";
import { requireSystemPermission } from "../kernel/require-permission.ts";
import { transact } from "../kernel/transaction.ts";
import { cursorOf, idOfCursor } from "../system/records.ts";
import { escapeLike } from "../system/rules.ts";
import { readAccount } from "./read-account.ts";
import type { AccountRow } from "./records.ts";
import { canNameAdmins, toDetail, toListed } from "./records.ts";

const PAGE = 25;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const COLUMNS = Prisma.sql`a.id::text AS id, a.display_name, a.username, a.email, a.status::text AS status,
  a.system_role::text AS role, a.created_at, a.deletion_due_at, a.email_verified_at, a.suspended_at, a.suspended_until,
  a.suspended_reason`;

/**
 * Accounts for the console, newest first, by keyset. `q` finds in the name, at the start of the username or of the address,
 * or is an id. Who is gone is listed only where that is asked for.
 * @throws FORBIDDEN, INVALID_INPUT.
 */
export async function listAccounts(ctx: SystemContext, given: z.input<typeof ListAccountsInput>): Promise<AccountPage> {
  requireSystemPermission(ctx.scope.systemRole, "accounts.read");
  const parsed = ListAccountsInput.safeParse(given);
  if (!parsed.success) return fail("INVALID_INPUT", {}, fieldErrorsOf(parsed.error));
  const { status, q, cursor, limit = PAGE } = parsed.data;
  const before = cursor ? idOfCursor(cursor) : null;
  const conditions = [
    standing(status),
    before ? Prisma.sql`a.id < ${before}::uuid` : Prisma.sql`true`,
    matches(q?.trim() ?? ""),
  ];
  const rows = await transact(
    ctx.services,
    { system: true },
    (tx) => tx.$queryRaw<AccountRow[]>`SELECT ${COLUMNS} FROM account a
      WHERE ${Prisma.join(conditions, " AND ")} ORDER BY a.id DESC LIMIT ${limit + 1}`,
  );
  const items = rows.slice(0, limit).map(toListed);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? cursorOf(last.id) : null };
}

/**
 * One account in full: how it stands, ways in, live sessions with their places, the latest tries, workspaces, what was done.
 * @throws FORBIDDEN, NOT_FOUND.
 */
export async function findSystemAccount(
  ctx: SystemContext,
  given: z.input<typeof AccountInput>,
): Promise<AccountDetail> {
  requireSystemPermission(ctx.scope.systemRole, "accounts.read");
  const parsed = AccountInput.safeParse(given);
  if (!parsed.success) return fail("INVALID_INPUT", {}, fieldErrorsOf(parsed.error));
  const { id } = parsed.data;
  const now = ctx.services.clock.now();
  return await transact(ctx.services, { system: true }, async (tx) => {
    const [row] = await tx.$queryRaw<AccountRow[]>`SELECT ${COLUMNS} FROM account a WHERE a.id = ${id}::uuid`;
    if (!row) return fail("NOT_FOUND");
    return {
      ...toDetail(row),
      isLastSuperadmin: canNameAdmins(row) && !(await isAnotherThere(tx, id)),
      ...(await readAccount(tx, id, now)),
      history: await listActsOn(tx, id),
    };
  });
}

function standing(status: z.output<typeof ListAccountsInput>["status"]): Prisma.Sql {
  if (!status) return Prisma.sql`a.status <> 'DELETED'`;
  if (status === "LEAVING") return Prisma.sql`a.deletion_due_at IS NOT NULL AND a.status IN ('PENDING', 'ACTIVE')`;
  if (status === "SUSPENDED" || status === "DELETED") return Prisma.sql`a.status = ${status}::"AccountStatus"`;
  return Prisma.sql`a.status = ${status}::"AccountStatus" AND a.deletion_due_at IS NULL`;
}

// Each way of finding has an index of its own, which PostgreSQL joins.
function matches(q: string): Prisma.Sql {
  if (q === "") return Prisma.sql`true`;
  if (UUID.test(q)) return Prisma.sql`a.id = ${q}::uuid`;
  const start = `${escapeLike(q.toLowerCase())}%`;
  return Prisma.sql`(text_grams(a.display_name) @> ${partsOf(q)} AND a.display_name ILIKE ${`%${escapeLike(q)}%`}
    OR a.username LIKE ${start} OR lower(a.email_normal) LIKE ${start})`;
}

/** The first characters of a word in threes, as `text_grams` holds them; a shorter word is its own part. */
function partsOf(q: string): string[] {
  const characters = [...q.toLowerCase()];
  if (characters.length <= 3) return [characters.join("")];
  const starts = [...Array(Math.floor(characters.length / 3)).keys()];
  return starts.map((nth) => characters.slice(nth * 3, nth * 3 + 3).join(""));
}
