import { can } from "@pronaflow/contract";
import { PageHeader } from "@pronaflow/ui/page-header";
import { getNow, getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { PermissionRefused } from "#features/access/permission-refused.tsx";
import { HistoryLoading } from "#features/history/history-loading.tsx";
import { LoadedFilters } from "#features/log/loaded-filters.tsx";
import { LoadedLog } from "#features/log/loaded-log.tsx";
import type { LogSearchParams } from "#features/log/log-address.ts";
import { logAddress, readLogState } from "#features/log/log-address.ts";
import { LogExports } from "#features/log/log-exports.tsx";
import { titledInWorkspace } from "#features/workspaces/titled-in-workspace.ts";
import type { WorkspacePageProps } from "#features/workspaces/workspace-page-props.ts";
import { requireWorkspace } from "#session/require-workspace.ts";

interface LogPageProps extends WorkspacePageProps {
  searchParams: Promise<LogSearchParams>;
}

export const generateMetadata = titledInWorkspace("log.title");

export default async function LogPage({ params, searchParams }: LogPageProps) {
  const { slug } = await params;
  const state = readLogState(await searchParams);
  const address = logAddress(state);
  const workspace = await requireWorkspace(slug, address);
  const t = await getTranslations("log");
  if (!can(workspace.role, "audit.view"))
    return <PermissionRefused workspace={workspace} permission="audit.view" area="log" />;
  const home = `/w/${workspace.slug}`;
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <LoadedFilters workspaceId={workspace.id} home={home} filter={state.filter} />
        {/* Another address shows its skeleton at once. */}
        <Suspense key={address} fallback={<HistoryLoading />}>
          <LoadedLog workspaceId={workspace.id} home={home} state={state} />
        </Suspense>
        <LogExports workspaceId={workspace.id} filter={state.filter} now={(await getNow()).toISOString()} />
      </div>
    </>
  );
}
