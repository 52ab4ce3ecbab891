import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { getQueryClient, getTrpc } from "#trpc/server.ts";
import type { LogFilter } from "./log-address.ts";
import { personInput } from "./log-address.ts";
import { LogFilters } from "./log-filters.tsx";

interface LoadedFiltersProps {
  workspaceId: string;
  home: string;
  filter: LogFilter;
}

/** The filters with the name of the person whose acts are shown. */
export async function LoadedFilters({ workspaceId, home, filter }: LoadedFiltersProps) {
  const queryClient = getQueryClient();
  if (filter.who) {
    await queryClient.prefetchQuery(
      getTrpc().workspaces.audit.people.queryOptions(personInput(workspaceId, filter.who)),
    );
  }
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <LogFilters workspaceId={workspaceId} home={home} filter={filter} />
    </HydrationBoundary>
  );
}
