import { codeOf } from "@pronaflow/app/session/server-failure.ts";
import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { getQueryClient, getTrpc } from "#trpc/server.ts";
import { requireMe } from "./require-me.ts";

/**
 * The workspace of a page's address. One who is not signed in goes to sign-in and back; what is not theirs is not
 * found; an address it has given up leads to its present one; a session that its policy does not let in leads to the
 * page that says why. `rest` is the page's path within the workspace.
 */
export async function requireWorkspace(slug: string, rest = ""): Promise<WorkspaceDetail> {
  await requireMe(`/w/${slug}${rest}`);
  const workspace = await readWorkspace(slug);
  if (!workspace) return notFound();
  if (workspace === "refused") return redirect(`/workspaces/enter?slug=${slug}&rest=${encodeURIComponent(rest)}`);
  if (workspace.slug !== slug) redirect(`/w/${workspace.slug}${rest}`);
  return workspace;
}

/** For the title: null where the page itself will lead elsewhere. */
export async function getWorkspace(slug: string): Promise<WorkspaceDetail | null> {
  const workspace = await readWorkspace(slug);
  return workspace === "refused" ? null : workspace;
}

const readWorkspace = cache(async (slug: string): Promise<WorkspaceDetail | "refused" | null> => {
  try {
    return await getQueryClient().fetchQuery(getTrpc().workspaces.bySlug.queryOptions({ slug }));
  } catch (error) {
    const code = codeOf(error);
    if (code === "WORKSPACE_NEEDS_MFA" || code === "SESSION_TOO_OLD") return "refused";
    if (code === "NOT_FOUND" || code === "INVALID_INPUT" || code === "UNAUTHENTICATED") return null;
    throw error;
  }
});
