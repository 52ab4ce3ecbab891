import { PageHeader } from "@pronaflow/ui/page-header";
import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getNow, getTranslations } from "next-intl/server";
import { appUrl } from "#env.ts";
import { OwnFactorsSection } from "#features/security/own-factors-section.tsx";
import { OwnPasskeysSection } from "#features/security/own-passkeys-section.tsx";
import { requireMe } from "#session/require-me.ts";
import { getQueryClient, getTrpc } from "#trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("security"))("title") };
}

export default async function SecurityPage() {
  await requireMe("/security");
  const t = await getTranslations("security");
  const now = (await getNow()).toISOString();
  const { auth } = getTrpc();
  await Promise.all([
    getQueryClient().prefetchQuery(auth.mfa.status.queryOptions()),
    getQueryClient().prefetchQuery(auth.passkeys.list.queryOptions()),
  ]);
  return (
    <HydrationBoundary state={dehydrate(getQueryClient())}>
      <PageHeader title={t("title")} description={t("description")} />
      <div className="divide-y">
        <OwnPasskeysSection now={now} />
        <OwnFactorsSection appAddress={`${appUrl()}/account/security#two-step`} />
      </div>
    </HydrationBoundary>
  );
}
