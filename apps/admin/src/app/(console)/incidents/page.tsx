import { PageHeader } from "@pronaflow/ui/page-header";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import type { QueueSearchParams } from "#features/incidents/incident-address.ts";
import { queueAddress, readQueueState } from "#features/incidents/incident-address.ts";
import { IncidentFilters } from "#features/incidents/incident-filters.tsx";
import { IncidentsLoading } from "#features/incidents/incidents-loading.tsx";
import { LoadedIncidents } from "#features/incidents/loaded-incidents.tsx";
import { requireMe } from "#session/require-me.ts";

interface IncidentsPageProps {
  searchParams: Promise<QueueSearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("incidents.list"))("title") };
}

export default async function IncidentsPage({ searchParams }: IncidentsPageProps) {
  const state = readQueueState(await searchParams);
  const address = queueAddress(state);
  await requireMe(address);
  const t = await getTranslations("incidents.list");
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <IncidentFilters state={state} />
        {/* Another address shows its skeleton at once. */}
        <Suspense key={address} fallback={<IncidentsLoading />}>
          <LoadedIncidents state={state} />
        </Suspense>
      </div>
    </>
  );
}
