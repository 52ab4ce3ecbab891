import type { Locale } from "@pronaflow/contract";
import { pickLocale } from "@pronaflow/contract";
import type { Tx } from "@pronaflow/db";

export interface Owner {
  id: string;
  email: string;
  displayName: string;
  locale: Locale;
  timeZone: string;
}

type Row = { id: string; email: string; display_name: string; locale: string; time_zone: string };

/** The active Owners of a workspace, longest-standing first: those who are told what happens to it. */
export async function listOwners(tx: Tx, workspaceId: string): Promise<Owner[]> {
  const rows = await tx.$queryRaw<Row[]>`SELECT a.id::text AS id, a.email, a.display_name, a.locale, a.time_zone
    FROM membership m JOIN account a ON a.id = m.account_id
    WHERE m.workspace_id = ${workspaceId}::uuid AND m.role = 'OWNER' AND m.state = 'ACTIVE' AND a.status = 'ACTIVE'
    ORDER BY m.joined_at, a.id`;
  return rows.map((row) => ({
    id: row.id,
    email: row.email,
    displayName: row.display_name,
    locale: pickLocale(row.locale),
    timeZone: row.time_zone,
  }));
}
