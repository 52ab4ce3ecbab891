import type { SystemWorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { Card } from "@pronaflow/ui/card";
import { CopyButton } from "@pronaflow/ui/copy-button";
import { DescriptionList } from "@pronaflow/ui/description-list";
import { TimeAgo } from "@pronaflow/ui/time-ago";
import { useLocale, useTranslations } from "next-intl";

export function WorkspaceFacts({ workspace, now }: { workspace: SystemWorkspaceDetail; now: string }) {
  const t = useTranslations("workspaces.detail");
  const locale = useLocale();
  const when = (at: string) => <TimeAgo at={at} now={now} locale={locale} />;
  const { id, slug, description, createdAt, deletedAt, deletedBy, finalAt, isHeld } = workspace;
  const items = [
    { id: "slug", term: t("slug"), details: <span className="font-mono text-xs">/w/{slug}</span> },
    {
      id: "id",
      term: t("id"),
      details: (
        <span className="flex items-center gap-1">
          <span className="min-w-0 break-all font-mono text-xs">{id}</span>
          <CopyButton value={id} labels={{ copy: t("copyId"), copied: t("copied") }} />
        </span>
      ),
    },
    {
      id: "description",
      term: t("descriptionTerm"),
      details: description ? (
        <span className="whitespace-pre-line">{description}</span>
      ) : (
        <span className="text-muted-foreground">{t("noDescription")}</span>
      ),
    },
    { id: "createdAt", term: t("createdAt"), details: when(createdAt) },
    ...(deletedAt
      ? [
          {
            id: "deletedAt",
            term: t("deletedAt"),
            details: (
              <>
                {when(deletedAt)} {deletedBy ? t("deletedBy", { name: deletedBy }) : null}
              </>
            ),
          },
        ]
      : []),
    ...(finalAt ? [{ id: "finalAt", term: t("finalAt"), details: isHeld ? t("finalHeld") : when(finalAt) }] : []),
  ];
  return (
    <Card title={t("facts")}>
      <DescriptionList items={items} />
    </Card>
  );
}
