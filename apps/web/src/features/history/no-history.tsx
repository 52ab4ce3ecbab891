import { Button } from "@pronaflow/ui/button";
import { EmptyState } from "@pronaflow/ui/empty-state";
import { History } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

interface NoHistoryProps {
  /** In whose words. */
  of: "activity" | "log";
  isNarrowed: boolean;
  /** Where everything is. */
  allHref: string;
}

/** What an empty list of what happened would show, and the way to everything where something narrows it. */
export function NoHistory({ of, isNarrowed, allHref }: NoHistoryProps) {
  const t = useTranslations(of);
  return (
    <EmptyState
      icon={<History aria-hidden />}
      title={isNarrowed ? t("emptyFilter") : t("empty")}
      description={isNarrowed ? undefined : t("emptyText")}
      action={
        isNarrowed ? (
          <Button asChild>
            <Link href={allHref}>{t("showAll")}</Link>
          </Button>
        ) : undefined
      }
    />
  );
}
