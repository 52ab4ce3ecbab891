import { codeOf } from "@pronaflow/app/session/server-failure.ts";
import type { SystemWorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { notFound } from "next/navigation";
import { cache } from "react";
import { getQueryClient, getTrpc } from "#trpc/server.ts";
import { requireMe } from "./require-me.ts";

/** The workspace of a page's address, live or deleted; one who is not signed in goes to sign-in and back. */
export async function requireWorkspace(id: string): Promise<SystemWorkspaceDetail> {
  await requireMe(`/workspaces/${encodeURIComponent(id)}`);
  return (await getWorkspace(id)) ?? notFound();
}

/** For the title: null where the page itself will say that there is nothing, or lead to sign-in. */
export const getWorkspace = cache(async (id: string): Promise<SystemWorkspaceDetail | null> => {
  try {
    return await getQueryClient().fetchQuery(getTrpc().workspaces.get.queryOptions({ id }));
  } catch (error) {
    const code = codeOf(error) ?? "INTERNAL";
    if (["NOT_FOUND", "INVALID_INPUT", "UNAUTHENTICATED", "MFA_REQUIRED"].includes(code)) return null;
    throw error;
  }
});
