import { PageHeader } from "@pronaflow/ui/page-header";
import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getNow, getTranslations } from "next-intl/server";
import { ExportSection } from "#features/data/export-section.tsx";
import { DeleteAccountSection } from "#features/deletion/delete-account-section.tsx";
import { requireMe } from "#session/require-me.ts";
import { getQueryClient, getTrpc } from "#trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("data"))("title") };
}

export default async function DataPage() {
  await requireMe("/account/data");
  const t = await getTranslations("data");
  const now = (await getNow()).toISOString();
  const { account } = getTrpc();
  await Promise.all([
    getQueryClient().prefetchQuery(account.export.get.queryOptions()),
    getQueryClient().prefetchQuery(account.deletion.get.queryOptions()),
  ]);
  return (
    <HydrationBoundary state={dehydrate(getQueryClient())}>
      <PageHeader title={t("title")} description={t("description")} />
      <ExportSection now={now} />
      <DeleteAccountSection />
    </HydrationBoundary>
  );
}
