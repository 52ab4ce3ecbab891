import { can } from "@pronaflow/contract";
import { PageHeader } from "@pronaflow/ui/page-header";
import { getTranslations } from "next-intl/server";
import { PermissionRefused } from "#features/access/permission-refused.tsx";
import { OwnershipView } from "#features/ownership/ownership-view.tsx";
import { DeleteWorkspaceSection } from "#features/workspaces/delete-workspace-section.tsx";
import { titledInWorkspace } from "#features/workspaces/titled-in-workspace.ts";
import type { WorkspacePageProps } from "#features/workspaces/workspace-page-props.ts";
import { requireWorkspace } from "#session/require-workspace.ts";

export const generateMetadata = titledInWorkspace("ownership.title");

export default async function OwnershipPage({ params }: WorkspacePageProps) {
  const { slug } = await params;
  const workspace = await requireWorkspace(slug, "/settings/ownership");
  const t = await getTranslations("ownership");
  if (!can(workspace.role, "settings.view"))
    return <PermissionRefused workspace={workspace} permission="settings.view" area="settings" />;
  return (
    <>
      <PageHeader title={t("title")} description={t("description", { name: workspace.name })} />
      <OwnershipView workspace={workspace} />
      <div className="border-t py-(--section-gap)">
        <DeleteWorkspaceSection workspace={workspace} />
      </div>
    </>
  );
}
