import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { getNow, getTimeZone } from "next-intl/server";
import { getQueryClient, getTrpc } from "#trpc/server.ts";
import type { LogState } from "./log-address.ts";
import { pageInput } from "./log-address.ts";
import { LogList } from "./log-list.tsx";

interface LoadedLogProps {
  workspaceId: string;
  home: string;
  state: LogState;
}

/** The log with its first answer; where that fails, the browser asks again and shows what is wrong. */
export async function LoadedLog({ workspaceId, home, state }: LoadedLogProps) {
  const queryClient = getQueryClient();
  const input = pageInput(workspaceId, state, await getTimeZone());
  await queryClient.prefetchQuery(getTrpc().workspaces.audit.list.queryOptions(input));
  const now = (await getNow()).toISOString();
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <LogList workspaceId={workspaceId} home={home} state={state} now={now} />
    </HydrationBoundary>
  );
}
