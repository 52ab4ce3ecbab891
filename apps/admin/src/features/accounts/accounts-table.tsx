"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { PagedTable } from "#features/lists/paged-table.tsx";
import { useTRPC } from "#trpc/context.ts";
import type { AccountsState } from "./account-address.ts";
import { accountsAddress, accountsInput } from "./account-address.ts";
import { NoAccounts } from "./no-accounts.tsx";
import { useAccountColumns } from "./use-account-columns.tsx";

interface AccountsTableProps {
  state: AccountsState;
  /** The server's clock when it rendered, ISO 8601. */
  now: string;
}

export function AccountsTable({ state, now }: AccountsTableProps) {
  const t = useTranslations("accounts.list");
  const columns = useAccountColumns(now);
  const query = useQuery(useTRPC().accounts.list.queryOptions(accountsInput(state)));
  return (
    <PagedTable
      caption={t("caption")}
      columns={columns}
      query={query}
      trail={state.trail}
      addressOf={(trail) => accountsAddress({ ...state, trail })}
      start="/accounts"
      empty={<NoAccounts state={state} />}
    />
  );
}
