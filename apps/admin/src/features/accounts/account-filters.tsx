"use client";

import { ACCOUNT_STANDINGS } from "@pronaflow/contract/inputs/accounts";
import { SearchInput } from "@pronaflow/ui/search-input";
import { Segmented } from "@pronaflow/ui/segmented";
import { useCurrentInView } from "@pronaflow/ui/use-current-in-view";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { AccountsState } from "./account-address.ts";
import { accountsAddress } from "./account-address.ts";

/** Which accounts are listed; the address holds the answer. */
export function AccountFilters({ state }: { state: AccountsState }) {
  const t = useTranslations("accounts.list");
  const standing = useTranslations("accounts.status");
  const router = useRouter();
  const box = useCurrentInView(accountsAddress({ ...state, trail: [] }));
  return (
    <div className="flex flex-col gap-2 sm:flex-row sm:items-center sm:justify-between">
      <div ref={box} className="flex min-w-0">
        <Segmented
          as={Link}
          label={t("filters")}
          items={[null, ...ACCOUNT_STANDINGS].map((status) => ({
            href: accountsAddress({ ...state, status, trail: [] }),
            label: status ? standing(status) : t("all"),
            isCurrent: status === state.status,
          }))}
        />
      </div>
      <SearchInput
        // Going back, or to all, brings other words into the box.
        key={state.q === "" ? "empty" : "filled"}
        className="sm:w-72"
        name="q"
        labels={{ search: t("search"), clear: t("clear") }}
        placeholder={t("placeholder")}
        defaultValue={state.q}
        onSearch={(q) => router.replace(accountsAddress({ ...state, q, trail: [] }), { scroll: false })}
      />
    </div>
  );
}
