import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { EmptyState } from "@pronaflow/ui/empty-state";
import { PageHeader } from "@pronaflow/ui/page-header";
import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { useWhyNot } from "#features/workspaces/use-why-not.ts";

/** In place of the members, for a role that may not see them: why, and whom to ask. */
export function MembersRefused({ workspace }: { workspace: WorkspaceDetail }) {
  const t = useTranslations("members");
  const whyNot = useWhyNot(workspace.role);
  return (
    <>
      <PageHeader title={t("title")} />
      <EmptyState icon={<Lock aria-hidden />} title={whyNot("members.view")} />
    </>
  );
}
