import type { TokenPermission } from "@pronaflow/contract";
import type { PersonalToken } from "@pronaflow/contract/outputs/tokens";
import type { UserContext } from "../kernel/context.ts";
import { reading } from "../kernel/transaction.ts";

type Listed = {
  id: string;
  name: string;
  ending: string;
  permissions: TokenPermission[];
  bound_workspace_id: string | null;
  workspace_name: string | null;
  created_at: Date;
  expires_at: Date;
  last_used_at: Date | null;
  last_used_ip: string | null;
};

/** One's own live tokens, the newest first; never their text. One round trip. */
export async function listTokens(ctx: UserContext): Promise<PersonalToken[]> {
  const { services, actor } = ctx;
  const rows = await reading(() =>
    services.db.hot<Listed>(
      "token_list",
      `SELECT t.id, t.name, t.ending, t.permissions, t.bound_workspace_id, w.name AS workspace_name, t.created_at,
         t.expires_at, t.last_used_at, t.last_used_ip
       FROM personal_access_token t LEFT JOIN own_workspaces($1) w ON w.id = t.bound_workspace_id
         AND (w.ends_at IS NULL OR w.ends_at > $2)
       WHERE t.account_id = $1 AND t.revoked_at IS NULL AND t.expires_at > $2
       ORDER BY t.created_at DESC, t.id DESC`,
      [actor.account.id, services.clock.now()],
    ),
  );
  return rows.map(toPersonalToken);
}

function toPersonalToken(row: Listed): PersonalToken {
  return {
    id: row.id,
    name: row.name,
    ending: row.ending,
    permissions: row.permissions,
    workspace: row.bound_workspace_id ? { id: row.bound_workspace_id, name: row.workspace_name } : null,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    lastUsedIp: row.last_used_ip,
  };
}
