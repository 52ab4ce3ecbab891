import type { SystemRole } from "@pronaflow/contract";
import { normaliseEmail, normaliseUsername } from "@pronaflow/contract";
import type { AccountStatus } from "@pronaflow/db";
import type { RequestContext } from "../kernel/context.ts";
import { reading } from "../kernel/transaction.ts";

/** What sign-in needs of an account before anything is proven. */
export interface Candidate {
  id: string;
  passwordHash: string | null;
  passwordChangedAt: Date | null;
  status: AccountStatus;
  suspendedUntil: Date | null;
  systemRole: SystemRole;
}

type Found = {
  id: string;
  password_hash: string | null;
  password_changed_at: Date | null;
  status: AccountStatus;
  suspended_until: Date | null;
  system_role: SystemRole;
};

// A password that waits for its reset opens nothing: it is as if there were none.
const COLUMNS = `id, CASE WHEN password_disabled_at IS NULL THEN password_hash END AS password_hash, password_changed_at, status::text AS status, suspended_until,
  system_role::text AS system_role`;

/** The normalised form of what was typed: an address has an @, a username cannot. */
export function identifierOf(typed: string): string {
  return typed.includes("@") ? normaliseEmail(typed) : normaliseUsername(typed);
}

/** The account of a normalised address or username; one round trip of a prepared statement. */
export async function findAccount(ctx: RequestContext, identifier: string): Promise<Candidate | null> {
  const [name, column] = identifier.includes("@") ? ["email", "email_normal"] : ["username", "username"];
  const [row] = await reading(() =>
    ctx.services.db.hot<Found>(`account_by_${name}`, `SELECT ${COLUMNS} FROM account WHERE ${column} = $1`, [
      identifier,
    ]),
  );
  if (!row) return null;
  return {
    id: row.id,
    passwordHash: row.password_hash,
    passwordChangedAt: row.password_changed_at,
    status: row.status,
    suspendedUntil: row.suspended_until,
    systemRole: row.system_role,
  };
}
