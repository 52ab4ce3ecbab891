import type { SystemWorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { cache } from "react";
import { codeOf } from "#session/server-failure.ts";
import { getQueryClient, getTrpc } from "#trpc/server.ts";

/** The workspace of a page's address, or null where there is none or nobody is signed in. */
export const getWorkspace = cache(async (id: string): Promise<SystemWorkspaceDetail | null> => {
  try {
    return await getQueryClient().fetchQuery(getTrpc().workspaces.get.queryOptions({ id }));
  } catch (error) {
    const code = codeOf(error);
    if (code === "NOT_FOUND" || code === "INVALID_INPUT" || code === "UNAUTHENTICATED") return null;
    throw error;
  }
});
