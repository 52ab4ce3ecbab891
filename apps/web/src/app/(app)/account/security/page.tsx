import { PageHeader } from "@pronaflow/ui/page-header";
import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getNow, getTranslations } from "next-intl/server";
import { passwordPolicy } from "#env.ts";
import { PasswordSection } from "#features/account/password-section.tsx";
import { SessionsSection } from "#features/account/sessions-section.tsx";
import { PasskeysSection } from "#features/passkeys/passkeys-section.tsx";
import { requireMe } from "#session/require-me.ts";
import { getQueryClient, getTrpc } from "#trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("security"))("title") };
}

export default async function SecurityPage() {
  await requireMe("/account/security");
  const t = await getTranslations("security");
  const now = (await getNow()).toISOString();
  const { list } = getTrpc().auth.passkeys;
  await Promise.all([
    getQueryClient().prefetchQuery(getTrpc().auth.sessions.list.queryOptions()),
    getQueryClient().prefetchQuery(list.queryOptions()),
  ]);
  return (
    <HydrationBoundary state={dehydrate(getQueryClient())}>
      <PageHeader title={t("title")} description={t("description")} />
      <div className="divide-y">
        <PasswordSection policy={passwordPolicy()} />
        <PasskeysSection now={now} />
        <SessionsSection now={now} />
      </div>
    </HydrationBoundary>
  );
}
