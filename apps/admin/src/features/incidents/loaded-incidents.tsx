import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { getQueryClient, getTrpc } from "#trpc/server.ts";
import type { QueueState } from "./incident-address.ts";
import { queueInput } from "./incident-address.ts";
import { IncidentsTable } from "./incidents-table.tsx";

/** The queue with its first answer; where that fails, the browser asks again and shows what is wrong. */
export async function LoadedIncidents({ state }: { state: QueueState }) {
  const queryClient = getQueryClient();
  await queryClient.prefetchQuery(getTrpc().incidents.list.queryOptions(queueInput(state)));
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <IncidentsTable state={state} now={new Date().toISOString()} />
    </HydrationBoundary>
  );
}
