import { PageHeader } from "@pronaflow/ui/page-header";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { LoadedWorkspaces } from "#features/workspaces/loaded-workspaces.tsx";
import type { WorkspacesSearchParams } from "#features/workspaces/workspace-address.ts";
import { readWorkspacesState, workspacesAddress } from "#features/workspaces/workspace-address.ts";
import { WorkspaceFilters } from "#features/workspaces/workspace-filters.tsx";
import { WorkspacesLoading } from "#features/workspaces/workspaces-loading.tsx";
import { requireMe } from "#session/require-me.ts";

interface WorkspacesPageProps {
  searchParams: Promise<WorkspacesSearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("workspaces.list"))("title") };
}

export default async function WorkspacesPage({ searchParams }: WorkspacesPageProps) {
  const state = readWorkspacesState(await searchParams);
  const address = workspacesAddress(state);
  await requireMe(address);
  const t = await getTranslations("workspaces.list");
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <WorkspaceFilters state={state} />
        {/* Another address shows its skeleton at once. */}
        <Suspense key={address} fallback={<WorkspacesLoading />}>
          <LoadedWorkspaces state={state} />
        </Suspense>
      </div>
    </>
  );
}
