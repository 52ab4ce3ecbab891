import { Button } from "@pronaflow/ui/button";
import { EmptyState } from "@pronaflow/ui/empty-state";
import { History } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ActivityState } from "./activity-address.ts";
import { activityAddress } from "./activity-address.ts";

/** What an empty list would show, and the way to everything where something narrows it. */
export function NoActivity({ state: { filter, trail } }: { state: ActivityState }) {
  const t = useTranslations("activity");
  const isNarrowed = filter !== "all" || trail.length > 0;
  return (
    <EmptyState
      icon={<History aria-hidden />}
      title={isNarrowed ? t("emptyFilter") : t("empty")}
      description={isNarrowed ? undefined : t("emptyText")}
      action={
        isNarrowed ? (
          <Button asChild>
            <Link href={activityAddress({ filter: "all", trail: [] })}>{t("showAll")}</Link>
          </Button>
        ) : undefined
      }
    />
  );
}
