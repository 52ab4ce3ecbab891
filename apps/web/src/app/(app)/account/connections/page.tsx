import { PageHeader } from "@pronaflow/ui/page-header";
import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getNow, getTranslations } from "next-intl/server";
import { ConnectionsSection } from "#features/providers/connections-section.tsx";
import { requireMe } from "#session/require-me.ts";
import { getQueryClient, getTrpc } from "#trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("connections"))("title") };
}

export default async function ConnectionsPage() {
  await requireMe("/account/connections");
  const t = await getTranslations("connections");
  const now = (await getNow()).toISOString();
  await getQueryClient().prefetchQuery(getTrpc().auth.oauth.list.queryOptions());
  return (
    <HydrationBoundary state={dehydrate(getQueryClient())}>
      <PageHeader title={t("title")} description={t("description")} />
      <ConnectionsSection now={now} />
    </HydrationBoundary>
  );
}
