import { AuthCorner } from "@pronaflow/app/auth/auth-corner.tsx";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { passwordPolicy } from "#env.ts";
import { BrandLink } from "#features/auth/brand-link.tsx";
import { ResetPassword } from "#features/auth/reset-password.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.reset"))("title") };
}

export default function ResetPasswordPage() {
  return <ResetPassword policy={passwordPolicy()} brand={<BrandLink />} corner={<AuthCorner />} />;
}
