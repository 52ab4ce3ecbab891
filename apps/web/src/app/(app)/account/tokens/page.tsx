import { PageHeader } from "@pronaflow/ui/page-header";
import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getNow, getTranslations } from "next-intl/server";
import { CreateTokenSection } from "#features/tokens/create-token-section.tsx";
import { TokensSection } from "#features/tokens/tokens-section.tsx";
import { requireMe } from "#session/require-me.ts";
import { getQueryClient, getTrpc } from "#trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("tokens"))("title") };
}

export default async function TokensPage() {
  await requireMe("/account/tokens");
  const t = await getTranslations("tokens");
  const now = (await getNow()).toISOString();
  await getQueryClient().prefetchQuery(getTrpc().account.tokens.list.queryOptions());
  return (
    <HydrationBoundary state={dehydrate(getQueryClient())}>
      <PageHeader title={t("title")} description={t("description")} />
      <div className="divide-y">
        <CreateTokenSection />
        <TokensSection now={now} />
      </div>
    </HydrationBoundary>
  );
}
