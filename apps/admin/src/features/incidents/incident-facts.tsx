import type { IncidentDetail } from "@pronaflow/contract/outputs/incidents";
import { Card } from "@pronaflow/ui/card";
import { CopyButton } from "@pronaflow/ui/copy-button";
import { DescriptionList } from "@pronaflow/ui/description-list";
import { TextLink } from "@pronaflow/ui/text-link";
import { TimeAgo } from "@pronaflow/ui/time-ago";
import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "next-intl";

/** Whose account it is, how often and when it was seen. */
export function IncidentFacts({ incident, now }: { incident: IncidentDetail; now: string }) {
  const t = useTranslations("incidents");
  const locale = useLocale();
  const format = useFormatter();
  const when = (at: string) => <TimeAgo at={at} now={now} locale={locale} />;
  const { id, account, occurrences, openedAt, lastAt, closedAt } = incident;
  const items = [
    {
      id: "account",
      term: t("list.account"),
      details: account ? (
        <span className="grid">
          <TextLink asChild>
            <Link href={`/accounts/${account.id}`}>{account.displayName}</Link>
          </TextLink>
          <span className="break-all text-muted-foreground">{account.email}</span>
        </span>
      ) : (
        <span className="text-muted-foreground">{t("list.many")}</span>
      ),
    },
    { id: "occurrences", term: t("list.occurrences"), details: format.number(occurrences) },
    { id: "openedAt", term: t("list.openedAt"), details: when(openedAt) },
    { id: "lastAt", term: t("list.lastAt"), details: when(lastAt) },
    ...(closedAt ? [{ id: "closedAt", term: t("detail.closedAt"), details: when(closedAt) }] : []),
    {
      id: "id",
      term: t("detail.id"),
      details: (
        <span className="flex items-center gap-1">
          <span className="min-w-0 break-all font-mono text-xs">{id}</span>
          <CopyButton value={id} labels={{ copy: t("detail.copyId"), copied: t("detail.copied") }} />
        </span>
      ),
    },
  ];
  return (
    <Card title={t("detail.facts")}>
      <DescriptionList items={items} />
    </Card>
  );
}
