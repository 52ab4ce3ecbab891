import type { Locale, Role } from "@pronaflow/contract";
import { invitableRoles, pickLocale } from "@pronaflow/contract";
import type { Tx } from "@pronaflow/db";

export interface Inviter {
  id: string;
  email: string;
  displayName: string;
  locale: Locale;
}

type Row = { id: string; email: string; display_name: string; locale: string; role: Role };

/**
 * The inviter, where they may still grant what the invitation offers: an active member with such a role now, under an
 * account that is open. Null otherwise: then it is void. The caller holds the workspace, so that no role moves meanwhile.
 */
export async function getAbleInviter(
  tx: Tx,
  invitation: { workspaceId: string; invitedBy: string; role: Role },
  now: Date,
): Promise<Inviter | null> {
  const [row] = await tx.$queryRaw<
    Row[]
  >`SELECT a.id::text AS id, a.email, a.display_name, a.locale, m.role::text AS role
    FROM membership m JOIN account a ON a.id = m.account_id
    WHERE m.workspace_id = ${invitation.workspaceId}::uuid AND m.account_id = ${invitation.invitedBy}::uuid
      AND m.state = 'ACTIVE' AND a.status = 'ACTIVE' AND (m.ends_at IS NULL OR m.ends_at > ${now}::timestamptz)`;
  if (!row || !invitableRoles(row.role).includes(invitation.role)) return null;
  return { id: row.id, email: row.email, displayName: row.display_name, locale: pickLocale(row.locale) };
}
