import { PageHeader } from "@pronaflow/ui/page-header";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import type { ActivitySearchParams } from "#features/activity/activity-address.ts";
import { activityAddress, readActivityState } from "#features/activity/activity-address.ts";
import { ActivityFilters } from "#features/activity/activity-filters.tsx";
import { LoadedActivity } from "#features/activity/loaded-activity.tsx";
import { HistoryLoading } from "#features/history/history-loading.tsx";
import { requireMe } from "#session/require-me.ts";

interface ActivityPageProps {
  searchParams: Promise<ActivitySearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("activity"))("title") };
}

export default async function ActivityPage({ searchParams }: ActivityPageProps) {
  const state = readActivityState(await searchParams);
  const address = activityAddress(state);
  await requireMe(address);
  const t = await getTranslations("activity");
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <ActivityFilters state={state} />
        {/* Another address shows its skeleton at once. */}
        <Suspense key={address} fallback={<HistoryLoading hasIcons />}>
          <LoadedActivity state={state} />
        </Suspense>
      </div>
    </>
  );
}
