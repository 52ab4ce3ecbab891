import { PageHeader } from "@pronaflow/ui/page-header";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import type { AccountsSearchParams } from "#features/accounts/account-address.ts";
import { accountsAddress, readAccountsState } from "#features/accounts/account-address.ts";
import { AccountFilters } from "#features/accounts/account-filters.tsx";
import { AccountsLoading } from "#features/accounts/accounts-loading.tsx";
import { LoadedAccounts } from "#features/accounts/loaded-accounts.tsx";
import { requireMe } from "#session/require-me.ts";

interface AccountsPageProps {
  searchParams: Promise<AccountsSearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts.list"))("title") };
}

export default async function AccountsPage({ searchParams }: AccountsPageProps) {
  const state = readAccountsState(await searchParams);
  const address = accountsAddress(state);
  await requireMe(address);
  const t = await getTranslations("accounts.list");
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <AccountFilters state={state} />
        {/* Another address shows its skeleton at once. */}
        <Suspense key={address} fallback={<AccountsLoading />}>
          <LoadedAccounts state={state} />
        </Suspense>
      </div>
    </>
  );
}
