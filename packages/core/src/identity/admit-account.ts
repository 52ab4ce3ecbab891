import type { SystemRole } from "@pronaflow/contract";
import { fail } from "@pronaflow/contract";
import type { AccountStatus, Tx } from "@pronaflow/db";
import type { RequestContext } from "../kernel/context.ts";
import type { AccountRow } from "../sessions/records.ts";
import type { Candidate } from "./find-account.ts";
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
  created_at: Date;
  last_workspace_slug: string | null;
};

/**
 * Locks the account whose password was just proven and judges it again in the same statement: changed meanwhile, it is
 * not let in. Ends a suspension that has run out, and writes the stronger hash where there is one.
 */
export async function admitAccount(
  tx: Tx,
  ctx: RequestContext,
  proven: { found: Candidate; hash: string; rehash: string | null },
): Promise<{ account: AccountRow; lastWorkspaceSlug: string | null; suspensionEnded: boolean }> {
  const { found } = proven;
  const now = ctx.services.clock.now();
  const [row] = await tx.$queryRaw<Admitted[]>`SELECT a.email, a.username, a.display_name, a.status::text AS status,
      a.system_role::text AS system_role, a.locale, a.time_zone, a.last_workspace_id::text AS last_workspace_id, a.created_at,
      CASE WHEN a.last_workspace_id IS NOT NULL
        THEN (SELECT s.slug FROM workspace_standing(a.id, a.last_workspace_id, NULL) s) END AS last_workspace_slug
    FROM account a
    WHERE a.id = ${found.id}::uuid AND a.password_changed_at IS NOT DISTINCT FROM ${found.passwordChangedAt}::timestamptz
      AND (a.status IN ('PENDING', 'ACTIVE') OR (a.status = 'SUSPENDED' AND a.suspended_until <= ${now}))
    FOR UPDATE`;
  if (!row) return fail("INVALID_CREDENTIALS");
  if (proven.rehash) await writeRehash(tx, found.id, proven.hash, proven.rehash);
  const suspensionEnded = row.status === "SUSPENDED";
  const status = suspensionEnded ? await endSuspension(tx, found.id, now) : row.status;
  const account = toAccount(found.id, { ...row, status });
  if (!mayEnter(ctx.services.audience, account)) fail("INVALID_CREDENTIALS");
  return {
    account,
    lastWorkspaceSlug: row.last_workspace_slug,
    suspensionEnded,
  };
}

async function writeRehash(tx: Tx, accountId: string, from: string, to: string): Promise<void> {
  await tx.$executeRaw`UPDATE account SET password_hash = ${to} WHERE id = ${accountId}::uuid AND password_hash = ${from}`;
  await tx.$executeRaw`UPDATE password_history SET hash = ${to} WHERE account_id = ${accountId}::uuid AND hash = ${from}`;
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
    createdAt: row.created_at,
  };
}
