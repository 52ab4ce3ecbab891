import { Segmented } from "@pronaflow/ui/segmented";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ActivityState } from "./activity-address.ts";
import { activityAddress, FILTERS } from "./activity-address.ts";

/** Which part of one's activity is shown. */
export function ActivityFilters({ state }: { state: ActivityState }) {
  const t = useTranslations("activity");
  return (
    <div className="flex">
      <Segmented
        as={Link}
        label={t("filter")}
        items={FILTERS.map((filter) => ({
          href: activityAddress({ filter, trail: [] }),
          label: t(filter),
          isCurrent: filter === state.filter,
        }))}
      />
    </div>
  );
}
