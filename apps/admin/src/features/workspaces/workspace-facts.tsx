import type { SystemWorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { Card } from "@pronaflow/ui/card";
import { DescriptionList } from "@pronaflow/ui/description-list";
import { TimeAgo } from "@pronaflow/ui/time-ago";
import { useLocale, useTranslations } from "next-intl";

interface WorkspaceFactsProps {
  workspace: SystemWorkspaceDetail;
  now: string;
}

export function WorkspaceFacts({ workspace, now }: WorkspaceFactsProps) {
  const t = useTranslations("workspaces");
  const locale = useLocale();
  const { slug, description, createdAt, owners, deletedAt, finalAt, deletedBy } = workspace;
  const when = (at: string) => <TimeAgo at={at} now={now} locale={locale} />;
  const items = [
    { id: "address", term: t("address"), details: <code className="font-mono">/w/{slug}</code> },
    { id: "about", term: t("about"), details: description || t("noDescription") },
    { id: "created", term: t("created"), details: when(createdAt) },
    {
      id: "owners",
      term: t("owners"),
      details:
        owners.length > 0
          ? owners.map(({ displayName, email }) => `${displayName} <${email}>`).join(", ")
          : t("noOwner"),
    },
    ...(deletedAt && finalAt
      ? [
          {
            id: "deleted",
            term: t("deletedAt"),
            details: t.rich("deletedBy", { when: () => when(deletedAt), who: deletedBy ?? t("someone") }),
          },
          { id: "final", term: t("finalAt"), details: when(finalAt) },
        ]
      : []),
  ];
  return (
    <Card title={t("facts")}>
      <DescriptionList items={items} />
    </Card>
  );
}
