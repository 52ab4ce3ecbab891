import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { IncidentView } from "#features/incidents/incident-view.tsx";
import { getIncident, requireIncident } from "#session/require-incident.ts";
import { getQueryClient } from "#trpc/server.ts";

interface IncidentPageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: IncidentPageProps): Promise<Metadata> {
  const t = await getTranslations("incidents");
  const incident = await getIncident((await params).id);
  return { title: incident ? t(`kind.${incident.kind}`) : t("list.title") };
}

export default async function IncidentPage({ params }: IncidentPageProps) {
  const { id } = await requireIncident((await params).id);
  return (
    <HydrationBoundary state={dehydrate(getQueryClient())}>
      <IncidentView id={id} now={new Date().toISOString()} />
    </HydrationBoundary>
  );
}
