import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { getQueryClient, getTrpc } from "#trpc/server.ts";
import type { AdminsState } from "./admin-address.ts";
import { adminsInput } from "./admin-address.ts";
import { AdminsTable } from "./admins-table.tsx";

/** The list with its first answer; where that fails, the browser asks again and shows what is wrong. */
export async function LoadedAdmins({ state }: { state: AdminsState }) {
  const queryClient = getQueryClient();
  await queryClient.prefetchQuery(getTrpc().admins.list.queryOptions(adminsInput(state)));
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <AdminsTable state={state} now={new Date().toISOString()} />
    </HydrationBoundary>
  );
}
