import { SYSTEM_ROLE_PERMISSIONS } from "@pronaflow/contract";
import type { AdminMe, Me } from "@pronaflow/contract/outputs/identity";
import type { UserContext } from "../kernel/context.ts";
import { listWorkspaces } from "../workspaces/queries.ts";
import { toCurrentSession, toUser } from "./records.ts";

/** Who asks, by which session, and the live workspaces they are an active member of, by name; one round trip at most. */
export async function getMe(ctx: UserContext): Promise<Me> {
  const { account, session } = ctx.actor;
  const workspaces = await listWorkspaces(ctx);
  return {
    user: toUser(account),
    session: toCurrentSession(session),
    deletionDueAt: account.deletionDueAt?.toISOString() ?? null,
    workspaces,
    lastWorkspaceSlug: workspaces.find(({ id }) => id === account.lastWorkspaceId)?.slug ?? null,
  };
}

/** The admin who asks and what the console lets them do; no round trip. */
export function getAdminMe(ctx: UserContext): AdminMe {
  const { account, session } = ctx.actor;
  return {
    user: toUser(account),
    session: toCurrentSession(session),
    permissions: [...SYSTEM_ROLE_PERMISSIONS[account.systemRole]],
  };
}
