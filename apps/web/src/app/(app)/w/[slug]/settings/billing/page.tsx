import { can } from "@pronaflow/contract";
import { PageHeader } from "@pronaflow/ui/page-header";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PermissionRefused } from "#features/access/permission-refused.tsx";
import { BillingSettings } from "#features/settings/billing-settings.tsx";
import type { WorkspacePageProps } from "#features/workspaces/workspace-page-props.ts";
import { getWorkspace, requireWorkspace } from "#session/require-workspace.ts";
import { getQueryClient, getTrpc } from "#trpc/server.ts";

export async function generateMetadata({ params }: WorkspacePageProps): Promise<Metadata> {
  const { slug } = await params;
  const t = await getTranslations("settings.pages");
  const workspace = await getWorkspace(slug);
  return { title: workspace ? `${t("billing")} · ${workspace.name}` : t("billing") };
}

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
