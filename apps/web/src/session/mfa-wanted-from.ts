import { can } from "@pronaflow/contract";
import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { getQueryClient, getTrpc } from "#trpc/server.ts";
import { requireMe } from "./require-me.ts";

/** From when a workspace asks for the second step that this reader has yet to set up; null where nothing is to be told. */
export async function mfaWantedFrom({ id, slug, role }: WorkspaceDetail): Promise<string | null> {
  const { session } = await requireMe(`/w/${slug}`);
  if (session.assurance >= 2 || !can(role, "settings.view")) return null;
  const queries = getQueryClient();
  const { mfaRequiredFrom } = await queries.fetchQuery(getTrpc().workspaces.policy.get.queryOptions({ id }));
  if (mfaRequiredFrom === null) return null;
  const { enabled } = await queries.fetchQuery(getTrpc().auth.mfa.status.queryOptions());
  return enabled ? null : mfaRequiredFrom;
}
