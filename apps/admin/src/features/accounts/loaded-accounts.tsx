import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { getQueryClient, getTrpc } from "#trpc/server.ts";
import type { AccountsState } from "./account-address.ts";
import { accountsInput } from "./account-address.ts";
import { AccountsTable } from "./accounts-table.tsx";

/** The list with its first answer; where that fails, the browser asks again and shows what is wrong. */
export async function LoadedAccounts({ state }: { state: AccountsState }) {
  const queryClient = getQueryClient();
  await queryClient.prefetchQuery(getTrpc().accounts.list.queryOptions(accountsInput(state)));
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <AccountsTable state={state} now={new Date().toISOString()} />
    </HydrationBoundary>
  );
}
