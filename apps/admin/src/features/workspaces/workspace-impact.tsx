import { ROLES } from "@pronaflow/contract";
import type { SystemWorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { Card } from "@pronaflow/ui/card";
import { useTranslations } from "next-intl";

/** What a purge takes. */
export function WorkspaceImpact({ impact }: Pick<SystemWorkspaceDetail, "impact">) {
  const t = useTranslations("workspaces");
  return (
    <Card title={t("impact")} description={t("impactText")}>
      <ul className="grid gap-1.5">
        <li>
          {t("impactMembers", { count: impact.members })}
          {": "}
          {ROLES.filter((role) => impact.membersByRole[role] > 0)
            .map((role) => `${impact.membersByRole[role]} ${t(role)}`)
            .join(", ")}
        </li>
        <li>{t("impactLeft", { count: impact.membersLeftWithoutWorkspace })}</li>
      </ul>
    </Card>
  );
}
