import { PageHeader } from "@pronaflow/ui/page-header";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import type { AdminsSearchParams } from "#features/admins/admin-address.ts";
import { adminsAddress, readAdminsState } from "#features/admins/admin-address.ts";
import { AdminFilters } from "#features/admins/admin-filters.tsx";
import { AdminsLoading } from "#features/admins/admins-loading.tsx";
import { AdminsRefused } from "#features/admins/admins-refused.tsx";
import { LoadedAdmins } from "#features/admins/loaded-admins.tsx";
import { NameButton } from "#features/admins/name-button.tsx";
import { requireMe } from "#session/require-me.ts";

interface AdminsPageProps {
  searchParams: Promise<AdminsSearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admins.list"))("title") };
}

export default async function AdminsPage({ searchParams }: AdminsPageProps) {
  const state = readAdminsState(await searchParams);
  const address = adminsAddress(state);
  const { permissions } = await requireMe(address);
  const t = await getTranslations("admins.list");
  const mayName = permissions.includes("admins.name");
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={mayName ? <NameButton /> : null} />
      {mayName ? (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
          <AdminFilters state={state} />
          {/* Another address shows its skeleton at once. */}
          <Suspense key={address} fallback={<AdminsLoading />}>
            <LoadedAdmins state={state} />
          </Suspense>
        </div>
      ) : (
        <AdminsRefused />
      )}
    </>
  );
}
