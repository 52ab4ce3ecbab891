import { can } from "@pronaflow/contract";
import { PageHeader } from "@pronaflow/ui/page-header";
import { getTranslations } from "next-intl/server";
import { PermissionRefused } from "#features/access/permission-refused.tsx";
import { BrandingSettings } from "#features/settings/branding-settings.tsx";
import { titledInWorkspace } from "#features/workspaces/titled-in-workspace.ts";
import type { WorkspacePageProps } from "#features/workspaces/workspace-page-props.ts";
import { requireWorkspace } from "#session/require-workspace.ts";
import { getQueryClient, getTrpc } from "#trpc/server.ts";

export const generateMetadata = titledInWorkspace("settings.pages.branding");

export default async function BrandingPage({ params }: WorkspacePageProps) {
  const { slug } = await params;
  const workspace = await requireWorkspace(slug, "/settings/branding");
  if (!can(workspace.role, "settings.view"))
    return <PermissionRefused workspace={workspace} permission="settings.view" area="settings" />;
  const { id } = workspace;
  const settings = await getQueryClient().fetchQuery(getTrpc().workspaces.settings.get.queryOptions({ id }));
  const t = await getTranslations("settings");
  return (
    <>
      <PageHeader title={t("pages.branding")} description={t("branding.description", { name: workspace.name })} />
      <BrandingSettings workspace={workspace} settings={settings} />
    </>
  );
}
