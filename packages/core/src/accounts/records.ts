import type { SystemRole } from "@pronaflow/contract";
import type { AccountDetail, ListedAccount } from "@pronaflow/contract/outputs/accounts";
import type { AccountStatus } from "@pronaflow/db";
import { isActiveSuperadmin } from "../admins/rules.ts";

export type AccountRow = {
  id: string;
  display_name: string;
  username: string;
  email: string;
  status: AccountStatus;
  role: SystemRole;
  created_at: Date;
  deletion_due_at: Date | null;
  email_verified_at: Date | null;
  suspended_at: Date | null;
  suspended_until: Date | null;
  suspended_reason: string | null;
};

type Head = Omit<AccountDetail, "isLastSuperadmin" | "waysIn" | "sessions" | "attempts" | "workspaces" | "history">;

/** An account as the list shows it. */
export function toListed(row: AccountRow): ListedAccount {
  return {
    id: row.id,
    displayName: row.display_name,
    username: row.username,
    email: row.email,
    status: standingOf(row),
    role: row.role,
    createdAt: row.created_at.toISOString(),
  };
}

/** What its page says of the account itself. */
export function toDetail(row: AccountRow): Head {
  return {
    ...toListed(row),
    emailVerifiedAt: row.email_verified_at?.toISOString() ?? null,
    deletionDueAt: row.deletion_due_at?.toISOString() ?? null,
    suspension:
      row.status === "SUSPENDED" && row.suspended_at
        ? {
            at: row.suspended_at.toISOString(),
            until: row.suspended_until?.toISOString() ?? null,
            reason: row.suspended_reason ?? "",
          }
        : null,
  };
}

/** Whether the account can name admins; whether another can, too, is the database's to say. */
export function canNameAdmins({ status, role, deletion_due_at: deletionDueAt }: AccountRow): boolean {
  return isActiveSuperadmin({ status, systemRole: role, deletionDueAt });
}

function standingOf({ status, deletion_due_at: dueAt }: AccountRow): ListedAccount["status"] {
  return dueAt && (status === "ACTIVE" || status === "PENDING") ? "LEAVING" : status;
}
