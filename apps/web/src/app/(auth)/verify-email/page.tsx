import { AuthCorner } from "@pronaflow/app/auth/auth-corner.tsx";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BrandLink } from "#features/auth/brand-link.tsx";
import { VerifyEmail } from "#features/auth/verify-email.tsx";
import { getMe } from "#session/get-me.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.verify"))("title") };
}

export default async function VerifyEmailPage() {
  const isSignedIn = (await getMe()) !== null;
  return <VerifyEmail isSignedIn={isSignedIn} brand={<BrandLink />} corner={<AuthCorner />} />;
}
