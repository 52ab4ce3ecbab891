import { PageHeader } from "@pronaflow/ui/page-header";
import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getNow, getTranslations } from "next-intl/server";
import { passwordPolicy } from "#env.ts";
import { PasswordSection } from "#features/account/password-section.tsx";
import { SessionsSection } from "#features/account/sessions-section.tsx";
import { Checkup } from "#features/factors/checkup.tsx";
import { FactorDialogs } from "#features/factors/factor-dialogs.tsx";
import { TrustedDevicesSection } from "#features/factors/trusted-devices-section.tsx";
import { TwoStepSection } from "#features/factors/two-step-section.tsx";
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
  const { auth } = getTrpc();
  await Promise.all([
    getQueryClient().prefetchQuery(auth.mfa.status.queryOptions()),
    getQueryClient().prefetchQuery(auth.sessions.list.queryOptions()),
    getQueryClient().prefetchQuery(auth.devices.list.queryOptions()),
    getQueryClient().prefetchQuery(auth.passkeys.list.queryOptions()),
  ]);
  return (
    <HydrationBoundary state={dehydrate(getQueryClient())}>
      <PageHeader title={t("title")} description={t("description")} />
      <FactorDialogs>
        <Checkup />
        <div className="divide-y">
          <PasswordSection policy={passwordPolicy()} />
          <TwoStepSection />
          <PasskeysSection now={now} />
          <TrustedDevicesSection now={now} />
          <SessionsSection now={now} />
        </div>
      </FactorDialogs>
    </HydrationBoundary>
  );
}
