import type { Locale, Permission, Role } from "@pronaflow/contract";
import { grantorRoles, pickLocale } from "@pronaflow/contract";
import type { Tx } from "@pronaflow/db";
import { ASKED_AT_MOST } from "./rules.ts";

export interface Grantor {
  accountId: string;
  email: string;
  displayName: string;
  locale: Locale;
  role: Role;
}

type Row = { account_id: string; email: string; display_name: string; locale: string; role: Role };

/** The active members who can give a permission: whom to ask for it, Owners first. */
export async function listGrantors(tx: Tx, workspaceId: string, permission: Permission): Promise<Grantor[]> {
  const roles = grantorRoles(permission);
  const rows = await tx.$queryRaw<Row[]>`SELECT m.account_id::text AS account_id, a.email, a.display_name, a.locale,
      m.role::text AS role
    FROM membership m JOIN account a ON a.id = m.account_id
    WHERE m.workspace_id = ${workspaceId}::uuid AND m.role::text = ANY(${roles}) AND m.state = 'ACTIVE'
      AND a.status = 'ACTIVE' AND a.deletion_due_at IS NULL
    ORDER BY m.role, m.joined_at, m.id LIMIT ${ASKED_AT_MOST}`;
  return rows.map((row) => ({
    accountId: row.account_id,
    email: row.email,
    displayName: row.display_name,
    locale: pickLocale(row.locale),
    role: row.role,
  }));
}
