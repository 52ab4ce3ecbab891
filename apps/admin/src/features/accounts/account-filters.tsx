"use client";

import { ACCOUNT_STANDINGS } from "@pronaflow/contract/inputs/accounts";
import { useTranslations } from "next-intl";
import { ListFilters } from "#features/lists/list-filters.tsx";
import type { AccountsState } from "./account-address.ts";
import { accountsAddress } from "./account-address.ts";

/** Which accounts are listed. */
export function AccountFilters({ state }: { state: AccountsState }) {
  const t = useTranslations("accounts.list");
  const standing = useTranslations("accounts.status");
  return (
    <ListFilters
      views={[null, ...ACCOUNT_STANDINGS].map((status) => ({
        href: accountsAddress({ ...state, status, trail: [] }),
        label: status ? standing(status) : t("all"),
        isCurrent: status === state.status,
      }))}
      q={state.q}
      addressOf={(q) => accountsAddress({ ...state, q, trail: [] })}
      words={{ filters: t("filters"), search: t("search"), clear: t("clear"), placeholder: t("placeholder") }}
    />
  );
}
