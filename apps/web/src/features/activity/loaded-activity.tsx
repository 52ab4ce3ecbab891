import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { getNow } from "next-intl/server";
import { getQueryClient, getTrpc } from "#trpc/server.ts";
import type { ActivityState } from "./activity-address.ts";
import { activityInput } from "./activity-address.ts";
import { ActivityList } from "./activity-list.tsx";

/** The list with its first answer; where that fails, the browser asks again and shows what is wrong. */
export async function LoadedActivity({ state }: { state: ActivityState }) {
  const queryClient = getQueryClient();
  await queryClient.prefetchQuery(getTrpc().account.activity.queryOptions(activityInput(state)));
  const now = (await getNow()).toISOString();
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ActivityList state={state} now={now} />
    </HydrationBoundary>
  );
}
