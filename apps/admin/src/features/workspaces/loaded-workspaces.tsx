import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { getQueryClient, getTrpc } from "#trpc/server.ts";
import type { ListState } from "./list-address.ts";
import { listInput } from "./list-address.ts";
import { WorkspacesTable } from "./workspaces-table.tsx";

/** The list with its first answer; where that fails, the browser asks again and shows what is wrong. */
export async function LoadedWorkspaces({ state }: { state: ListState }) {
  const queryClient = getQueryClient();
  await queryClient.prefetchQuery(getTrpc().workspaces.list.queryOptions(listInput(state)));
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <WorkspacesTable state={state} now={new Date().toISOString()} />
    </HydrationBoundary>
  );
}
