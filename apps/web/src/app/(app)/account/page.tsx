import { PageHeader } from "@pronaflow/ui/page-header";
import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountFacts } from "#features/account/account-facts.tsx";
import { IdentitySection } from "#features/account/identity-section.tsx";
import { PictureSection } from "#features/account/picture-section.tsx";
import { RegionalSection } from "#features/account/regional-section.tsx";
import { EmailSection } from "#features/email-change/email-section.tsx";
import { requireMe } from "#session/require-me.ts";
import { getQueryClient, getTrpc } from "#trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("title") };
}

export default async function ProfilePage() {
  await requireMe("/account");
  const t = await getTranslations("account");
  await getQueryClient().prefetchQuery(getTrpc().account.emailChange.get.queryOptions());
  return (
    <HydrationBoundary state={dehydrate(getQueryClient())}>
      <PageHeader title={t("title")} description={t("description")} />
      <div className="divide-y">
        <IdentitySection />
        <PictureSection />
        <EmailSection />
        <RegionalSection />
        <AccountFacts />
      </div>
    </HydrationBoundary>
  );
}
