import { can } from "@pronaflow/contract";
import { PageHeader } from "@pronaflow/ui/page-header";
import { getTranslations } from "next-intl/server";
import { PermissionRefused } from "#features/access/permission-refused.tsx";
import { BillingSettings } from "#features/settings/billing-settings.tsx";
import { titledInWorkspace } from "#features/workspaces/titled-in-workspace.ts";
import type { WorkspacePageProps } from "#features/workspaces/workspace-page-props.ts";
import { requireWorkspace } from "#session/require-workspace.ts";
import { getQueryClient, getTrpc } from "#trpc/server.ts";

export const generateMetadata = titledInWorkspace("settings.pages.billing");

export default async function BillingPage({ params }: WorkspacePageProps) {
  const { slug } = await params;
  const workspace = await requireWorkspace(slug, "/settings/billing");
  if (!can(workspace.role, "billing.view"))
    return <PermissionRefused workspace={workspace} permission="billing.view" area="settings" />;
  const { id } = workspace;
  const billing = await getQueryClient().fetchQuery(getTrpc().workspaces.billing.get.queryOptions({ id }));
  const t = await getTranslations("settings");
  return (
    <>
      <PageHeader title={t("pages.billing")} description={t("billing.description", { name: workspace.name })} />
      <BillingSettings workspace={workspace} billing={billing} />
    </>
  );
}
