import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { getQueryClient, getTrpc } from "#trpc/server.ts";
import type { MembersState } from "./list-address.ts";
import { membersInput } from "./list-address.ts";
import { MembersTable } from "./members-table.tsx";

/** The members with their first answer; where that fails, the browser asks again and shows what is wrong. */
export async function LoadedMembers({ workspace, state }: { workspace: WorkspaceDetail; state: MembersState }) {
  const queryClient = getQueryClient();
  await queryClient.prefetchQuery(getTrpc().workspaces.members.list.queryOptions(membersInput(workspace.id, state)));
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <MembersTable workspace={workspace} state={state} now={new Date().toISOString()} />
    </HydrationBoundary>
  );
}
