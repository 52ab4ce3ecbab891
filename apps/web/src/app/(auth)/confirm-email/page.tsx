import { AuthCorner } from "@pronaflow/app/auth/auth-corner.tsx";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BrandLink } from "#features/auth/brand-link.tsx";
import { ConfirmEmail } from "#features/links/confirm-email.tsx";
import { getMe } from "#session/get-me.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("links.confirm"))("title") };
}

export default async function ConfirmEmailPage() {
  const isSignedIn = (await getMe()) !== null;
  return <ConfirmEmail isSignedIn={isSignedIn} brand={<BrandLink />} corner={<AuthCorner />} />;
}
