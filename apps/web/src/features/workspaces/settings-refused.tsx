import type { Permission } from "@pronaflow/contract";
import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { EmptyState } from "@pronaflow/ui/empty-state";
import { PageHeader } from "@pronaflow/ui/page-header";
import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { useWhyNot } from "./use-why-not.ts";

interface SettingsRefusedProps {
  workspace: WorkspaceDetail;
  /** What the page needs. */
  permission?: Permission;
}

/** In place of the settings, for a role that may not see them: why, and whom to ask. */
export function SettingsRefused({ workspace, permission = "settings.view" }: SettingsRefusedProps) {
  const t = useTranslations("workspaces.settings");
  const whyNot = useWhyNot(workspace.role);
  return (
    <>
      <PageHeader title={t("title")} />
      <EmptyState icon={<Lock aria-hidden />} title={whyNot(permission)} />
    </>
  );
}
