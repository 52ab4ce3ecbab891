import type { SystemRole } from "@pronaflow/contract";
import { fail } from "@pronaflow/contract";
import type { AccountStatus, Tx } from "@pronaflow/db";
import { Prisma } from "@pronaflow/db";
import type { RequestContext } from "../kernel/context.ts";
import type { AccountRow } from "../sessions/records.ts";
import { mayEnter } from "./rules.ts";

type Admitted = {
  email: string;
  username: string;
  display_name: string;
  status: AccountStatus;
  system_role: SystemRole;
  locale: AccountRow["locale"];
  time_zone: string;
  last_workspace_id: string | null;
  deletion_due_at: Date | null;
  created_at: Date;
  last_workspace_slug: string | null;
};

/** An account that may come in, its row locked until the transaction ends. */
export interface Entrant {
  account: AccountRow;
  lastWorkspaceSlug: string | null;
  suspensionEnded: boolean;
}

/**
 * Locks the account that was just proven and judges it in the same statement. Where it was proven by its password, one
 * that was changed meanwhile is not let in. Ends a suspension that has run out.
 * @throws INVALID_CREDENTIALS
 */
export async function admitAccount(
  tx: Tx,
  ctx: RequestContext,
  proven: { accountId: string; password?: { changedAt: Date | null } },
): Promise<Entrant> {
  const now = ctx.services.clock.now();
  const unchanged = proven.password
    ? Prisma.sql`a.password_disabled_at IS NULL AND a.password_changed_at IS NOT DISTINCT FROM ${proven.password.changedAt}::timestamptz`
    : Prisma.sql`true`;
  const [row] = await tx.$queryRaw<Admitted[]>`SELECT a.email, a.username, a.display_name, a.status::text AS status,
      a.system_role::text AS system_role, a.locale, a.time_zone, a.last_workspace_id::text AS last_workspace_id, a.deletion_due_at, a.created_at,
      CASE WHEN a.last_workspace_id IS NOT NULL
        THEN (SELECT s.slug FROM workspace_standing(a.id, a.last_workspace_id, NULL) s
          WHERE s.ends_at IS NULL OR s.ends_at > ${now}::timestamptz) END AS last_workspace_slug
    FROM account a
    WHERE a.id = ${proven.accountId}::uuid AND ${unchanged}
      AND (a.status IN ('PENDING', 'ACTIVE') OR (a.status = 'SUSPENDED' AND a.suspended_until <= ${now}))
      AND (a.deletion_due_at IS NULL OR (${ctx.services.audience === "web"} AND a.deletion_due_at > ${now}))
    FOR UPDATE`;
  if (!row) return fail("INVALID_CREDENTIALS");
  const suspensionEnded = row.status === "SUSPENDED";
  const status = suspensionEnded ? await endSuspension(tx, proven.accountId, now) : row.status;
  const account = toAccount(proven.accountId, { ...row, status });
  if (!mayEnter(ctx.services.audience, account)) fail("INVALID_CREDENTIALS");
  return {
    account,
    lastWorkspaceSlug: row.last_workspace_slug,
    suspensionEnded,
  };
}

async function endSuspension(tx: Tx, accountId: string, now: Date): Promise<AccountStatus> {
  const [row] = await tx.$queryRaw<{ status: AccountStatus }[]>`UPDATE account SET suspended_at = NULL,
      suspended_until = NULL, suspended_reason = NULL, updated_at = ${now},
      status = (CASE WHEN email_verified_at IS NULL THEN 'PENDING' ELSE 'ACTIVE' END)::"AccountStatus"
    WHERE id = ${accountId}::uuid RETURNING status::text AS status`;
  return row?.status ?? fail("INVALID_CREDENTIALS");
}

function toAccount(id: string, row: Admitted): AccountRow {
  return {
    id,
    email: row.email,
    username: row.username,
    displayName: row.display_name,
    status: row.status,
    systemRole: row.system_role,
    locale: row.locale,
    timeZone: row.time_zone,
    lastWorkspaceId: row.last_workspace_id,
    deletionDueAt: row.deletion_due_at,
    createdAt: row.created_at,
  };
}
