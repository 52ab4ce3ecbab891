import { can } from "@pronaflow/contract";
import { PageHeader } from "@pronaflow/ui/page-header";
import { getTranslations } from "next-intl/server";
import { PermissionRefused } from "#features/access/permission-refused.tsx";
import { RegionalSettings } from "#features/settings/regional-settings.tsx";
import { titledInWorkspace } from "#features/workspaces/titled-in-workspace.ts";
import type { WorkspacePageProps } from "#features/workspaces/workspace-page-props.ts";
import { requireWorkspace } from "#session/require-workspace.ts";
import { getQueryClient, getTrpc } from "#trpc/server.ts";

export const generateMetadata = titledInWorkspace("settings.pages.regional");

export default async function RegionalPage({ params }: WorkspacePageProps) {
  const { slug } = await params;
  const workspace = await requireWorkspace(slug, "/settings/regional");
  if (!can(workspace.role, "settings.view"))
    return <PermissionRefused workspace={workspace} permission="settings.view" area="settings" />;
  const { id } = workspace;
  const settings = await getQueryClient().fetchQuery(getTrpc().workspaces.settings.get.queryOptions({ id }));
  const t = await getTranslations("settings");
  return (
    <>
      <PageHeader title={t("pages.regional")} description={t("regional.description", { name: workspace.name })} />
      <RegionalSettings workspace={workspace} settings={settings} />
    </>
  );
}
