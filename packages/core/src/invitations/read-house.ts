import type { Locale } from "@pronaflow/contract";
import { pickLocale } from "@pronaflow/contract";
import type { Tx } from "@pronaflow/db";

/** What a workspace says about newcomers, read while its row is locked. */
export interface House {
  domains: string[];
  /** How many more active members its plan allows; null = as many as they like. */
  seatsLeft: number | null;
  pending: number;
}

type Counted = { domains: string[] | null; seats_allowed: number | null; active: number; pending: number };

/** Counts seats and pending invitations, and reads which domains are admitted. Exact: the caller holds the workspace. */
export async function readHouse(tx: Tx, workspaceId: string, now: Date): Promise<House> {
  const [row] = await tx.$queryRaw<Counted[]>`SELECT
    (SELECT invitation_domains FROM workspace_policy WHERE workspace_id = ${workspaceId}::uuid) AS domains,
    (SELECT seats_allowed FROM workspace_billing WHERE workspace_id = ${workspaceId}::uuid) AS seats_allowed,
    (SELECT count(*)::integer FROM membership
      WHERE workspace_id = ${workspaceId}::uuid AND state = 'ACTIVE') AS active,
    (SELECT count(*)::integer FROM invitation
      WHERE workspace_id = ${workspaceId}::uuid AND state = 'PENDING' AND expires_at > ${now}::timestamptz) AS pending`;
  const seats = row?.seats_allowed ?? null;
  return {
    domains: row?.domains ?? [],
    seatsLeft: seats === null ? null : seats - (row?.active ?? 0),
    pending: row?.pending ?? 0,
  };
}

/** What is known of an address in this workspace; `locale` is the one its owner reads, if it has one. */
export interface Acquaintance {
  membership: "ACTIVE" | "DEACTIVATED" | null;
  pending: { id: string; isOpen: boolean } | null;
  locale: Locale | null;
}

type Known = {
  email_normal: string;
  membership: Acquaintance["membership"];
  pending_id: string | null;
  pending_open: boolean | null;
  locale: string | null;
};

/** Looks all addresses up at once: who is here already, and who has been invited. */
export async function readAcquaintances(
  tx: Tx,
  workspaceId: string,
  emailNormals: readonly string[],
  now: Date,
): Promise<Map<string, Acquaintance>> {
  const rows = await tx.$queryRaw<Known[]>`SELECT given.email_normal, m.state::text AS membership,
      i.id::text AS pending_id, i.expires_at > ${now}::timestamptz AS pending_open, a.locale
    FROM unnest(${emailNormals}::text[]) AS given (email_normal)
      LEFT JOIN account a ON a.email_normal = given.email_normal AND a.status <> 'DELETED'
      LEFT JOIN membership m ON m.workspace_id = ${workspaceId}::uuid AND m.account_id = a.id
      LEFT JOIN invitation i ON i.workspace_id = ${workspaceId}::uuid AND i.email_normal = given.email_normal
        AND i.state = 'PENDING'`;
  return new Map(rows.map((row) => [row.email_normal, toAcquaintance(row)]));
}

function toAcquaintance(row: Known): Acquaintance {
  return {
    membership: row.membership,
    pending: row.pending_id ? { id: row.pending_id, isOpen: row.pending_open === true } : null,
    locale: row.locale === null ? null : pickLocale(row.locale),
  };
}
