import { Button } from "@pronaflow/ui/button";
import { EmptyState } from "@pronaflow/ui/empty-state";
import { History } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

interface NoEntriesProps {
  isNarrowed: boolean;
  logHref: string;
}

/** What an empty log would show, and the way to everything where something narrows it. */
export function NoEntries({ isNarrowed, logHref }: NoEntriesProps) {
  const t = useTranslations("log");
  return (
    <EmptyState
      icon={<History aria-hidden />}
      title={isNarrowed ? t("emptyFilter") : t("empty")}
      description={isNarrowed ? undefined : t("emptyText")}
      action={
        isNarrowed ? (
          <Button asChild>
            <Link href={logHref}>{t("showAll")}</Link>
          </Button>
        ) : undefined
      }
    />
  );
}
