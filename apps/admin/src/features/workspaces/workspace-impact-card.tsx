import type { SystemWorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { Card } from "@pronaflow/ui/card";
import { useFormatter, useTranslations } from "next-intl";

/** What a deletion takes, or, of a deleted one, its purge. */
export function WorkspaceImpactCard({ workspace: { state, impact } }: { workspace: SystemWorkspaceDetail }) {
  const t = useTranslations("workspaces.detail");
  const format = useFormatter();
  const counts = [
    ["members", impact.members],
    ["stranded", impact.membersLeftWithoutWorkspace],
    ["invitations", impact.invitations],
    ["tokens", impact.tokens],
    ["webhooks", impact.webhooks],
    ["files", impact.files],
  ] as const;
  return (
    <Card title={state === "ACTIVE" ? t("takes") : t("took")} description={t("takesText")}>
      <dl className="divide-y">
        {counts.map(([name, count]) => (
          <div key={name} className="flex items-baseline justify-between gap-4 py-1.5 first:pt-0 last:pb-0">
            <dt className="text-muted-foreground">{t(`impact.${name}`)}</dt>
            <dd className="tabular-nums">{format.number(count)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
