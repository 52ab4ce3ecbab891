import { can } from "@pronaflow/contract";
import { PageHeader } from "@pronaflow/ui/page-header";
import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { getTranslations } from "next-intl/server";
import { PermissionRefused } from "#features/access/permission-refused.tsx";
import { GeneralSection } from "#features/workspaces/general-section.tsx";
import { SlugSection } from "#features/workspaces/slug-section.tsx";
import { titledInWorkspace } from "#features/workspaces/titled-in-workspace.ts";
import type { WorkspacePageProps } from "#features/workspaces/workspace-page-props.ts";
import { requireWorkspace } from "#session/require-workspace.ts";
import { getQueryClient } from "#trpc/server.ts";

export const generateMetadata = titledInWorkspace("workspaces.settings.title");

export default async function SettingsPage({ params }: WorkspacePageProps) {
  const { slug } = await params;
  const workspace = await requireWorkspace(slug, "/settings");
  const t = await getTranslations("workspaces.settings");
  if (!can(workspace.role, "settings.view"))
    return <PermissionRefused workspace={workspace} permission="settings.view" area="settings" />;
  return (
    <HydrationBoundary state={dehydrate(getQueryClient())}>
      <PageHeader title={t("title")} description={t("description", { name: workspace.name })} />
      <div className="divide-y">
        <GeneralSection workspace={workspace} />
        <SlugSection workspace={workspace} />
      </div>
    </HydrationBoundary>
  );
}
