import type { SessionOrigin, SessionRow } from "@pronaflow/auth";
import type { Locale, SystemRole } from "@pronaflow/contract";
import type { Session } from "@pronaflow/contract/outputs/identity";
import type { WorkspaceSummary } from "@pronaflow/contract/outputs/workspaces";
import type { AccountStatus } from "@pronaflow/db";

export type { SessionRow } from "@pronaflow/auth";

/** What every signed-in request knows of its account; read with the session in one statement. */
export interface AccountRow {
  id: string;
  email: string;
  username: string;
  displayName: string;
  status: AccountStatus;
  systemRole: SystemRole;
  locale: Locale;
  timeZone: string;
  lastWorkspaceId: string | null;
  /** When the account is removed for good, where its owner asked for that: it can be kept until then, and nothing else. */
  deletionDueAt: Date | null;
  createdAt: Date;
}

/** A workspace of one's own, and until when one is let in: a Guest's end counts from its moment on. */
export type OwnWorkspace = WorkspaceSummary & { endsAtMs: number | null };

/** A session as its owner sees it in the list. */
export function toSession(
  row: SessionOrigin & Pick<SessionRow, "id" | "createdAt" | "lastSeenAt">,
  currentId: string | null,
): Session {
  return {
    id: row.id,
    current: row.id === currentId,
    browser: row.browser,
    os: row.os,
    device: row.device,
    ip: row.ip,
    city: row.city,
    country: row.country,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
  };
}
