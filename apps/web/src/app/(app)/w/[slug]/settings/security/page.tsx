import { can } from "@pronaflow/contract";
import { PageHeader } from "@pronaflow/ui/page-header";
import { getNow, getTranslations } from "next-intl/server";
import { PermissionRefused } from "#features/access/permission-refused.tsx";
import { SecuritySettings } from "#features/settings/security-settings.tsx";
import { titledInWorkspace } from "#features/workspaces/titled-in-workspace.ts";
import type { WorkspacePageProps } from "#features/workspaces/workspace-page-props.ts";
import { hasSecondStep } from "#session/has-second-step.ts";
import { requireWorkspace } from "#session/require-workspace.ts";
import { getQueryClient, getTrpc } from "#trpc/server.ts";

export const generateMetadata = titledInWorkspace("settings.pages.security");

export default async function SecurityPage({ params }: WorkspacePageProps) {
  const { slug } = await params;
  const workspace = await requireWorkspace(slug, "/settings/security");
  if (!can(workspace.role, "settings.view"))
    return <PermissionRefused workspace={workspace} permission="settings.view" area="settings" />;
  const { id } = workspace;
  const policy = await getQueryClient().fetchQuery(getTrpc().workspaces.policy.get.queryOptions({ id }));
  const posture = can(workspace.role, "audit.view")
    ? await getQueryClient().fetchQuery(getTrpc().workspaces.posture.queryOptions({ id }))
    : null;
  const t = await getTranslations("settings");
  const [hasFactor, now] = [await hasSecondStep(), (await getNow()).toISOString()];
  return (
    <>
      <PageHeader title={t("pages.security")} description={t("security.description", { name: workspace.name })} />
      <SecuritySettings workspace={workspace} policy={policy} posture={posture} hasFactor={hasFactor} now={now} />
    </>
  );
}
