import type { Role } from "@pronaflow/contract";
import { invitableRoles } from "@pronaflow/contract";
import type { SystemContext } from "../kernel/context.ts";
import { transact } from "../kernel/transaction.ts";
import { isDomainAllowed } from "./rules.ts";

const CHUNK = 500;

export interface Lapsed {
  id: string;
  invitationId: string;
  /** Over: its time. Void: its inviter, or the policy. */
  because: "expired" | "void";
}

type Row = {
  id: string;
  workspace_id: string;
  role: Role;
  email_normal: string;
  is_over: boolean;
  inviter_role: Role | null;
  domains: string[] | null;
};

/** The next pending invitations after `after`, and which of them do not stand any more. Null: there are no more. */
export async function listLapsed(
  ctx: SystemContext,
  after: string | null,
): Promise<{ lapsed: Lapsed[]; last: string } | null> {
  const now = ctx.services.clock.now();
  const rows = await transact(
    ctx.services,
    { system: true },
    (tx) => tx.$queryRaw<Row[]>`SELECT i.id::text AS id, i.workspace_id::text AS workspace_id, i.role::text AS role,
        i.email_normal, i.expires_at <= ${now}::timestamptz AS is_over, p.invitation_domains AS domains,
        CASE WHEN a.status = 'ACTIVE' AND m.state = 'ACTIVE' AND (m.ends_at IS NULL OR m.ends_at > ${now}::timestamptz)
          THEN m.role::text END AS inviter_role
      FROM invitation i
        LEFT JOIN membership m ON m.workspace_id = i.workspace_id AND m.account_id = i.invited_by
        LEFT JOIN account a ON a.id = m.account_id
        LEFT JOIN workspace_policy p ON p.workspace_id = i.workspace_id
      WHERE i.state = 'PENDING' AND (${after}::uuid IS NULL OR i.id > ${after}::uuid)
      ORDER BY i.id LIMIT ${CHUNK}`,
  );
  const last = rows.at(-1);
  if (!last) return null;
  return { lapsed: rows.flatMap((row) => toLapsed(row) ?? []), last: last.id };
}

function toLapsed(row: Row): Lapsed | null {
  const which = { id: row.workspace_id, invitationId: row.id };
  if (row.is_over) return { ...which, because: "expired" };
  const stands =
    row.inviter_role !== null &&
    invitableRoles(row.inviter_role).includes(row.role) &&
    isDomainAllowed(row.email_normal, row.domains ?? []);
  return stands ? null : { ...which, because: "void" };
}
