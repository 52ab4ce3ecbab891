import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountView } from "#features/accounts/account-view.tsx";
import { getAccount, requireAccount } from "#session/require-account.ts";
import { getQueryClient } from "#trpc/server.ts";

interface AccountPageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: AccountPageProps): Promise<Metadata> {
  const account = await getAccount((await params).id);
  return { title: account?.displayName ?? (await getTranslations("accounts.list"))("title") };
}

export default async function AccountPage({ params }: AccountPageProps) {
  const { id } = await requireAccount((await params).id);
  return (
    <HydrationBoundary state={dehydrate(getQueryClient())}>
      <AccountView id={id} now={new Date().toISOString()} />
    </HydrationBoundary>
  );
}
