import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { getQueryClient, getTrpc } from "#trpc/server.ts";
import type { WorkspacesState } from "./workspace-address.ts";
import { workspacesInput } from "./workspace-address.ts";
import { WorkspacesTable } from "./workspaces-table.tsx";

/** The list with its first answer; where that fails, the browser asks again and shows what is wrong. */
export async function LoadedWorkspaces({ state }: { state: WorkspacesState }) {
  const queryClient = getQueryClient();
  await queryClient.prefetchQuery(getTrpc().workspaces.list.queryOptions(workspacesInput(state)));
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <WorkspacesTable state={state} now={new Date().toISOString()} />
    </HydrationBoundary>
  );
}
