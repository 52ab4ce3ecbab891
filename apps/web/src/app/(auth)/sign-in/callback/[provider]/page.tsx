import { AuthCorner } from "@pronaflow/app/auth/auth-corner.tsx";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BrandLink } from "#features/auth/brand-link.tsx";
import { ProviderCallback } from "#features/providers/provider-callback.tsx";
import { getMe } from "#session/get-me.ts";
import { getProviders } from "#session/get-providers.ts";

interface CallbackPageProps {
  params: Promise<{ provider: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.signIn"))("title"), referrer: "no-referrer" };
}

export default async function CallbackPage({ params }: CallbackPageProps) {
  const { provider: key } = await params;
  const provider = (await getProviders()).find((one) => one.key === key) ?? notFound();
  const isSignedIn = (await getMe()) !== null;
  return <ProviderCallback provider={provider} isSignedIn={isSignedIn} brand={<BrandLink />} corner={<AuthCorner />} />;
}
