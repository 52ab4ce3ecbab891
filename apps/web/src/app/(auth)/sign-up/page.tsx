import { AuthCorner } from "@pronaflow/app/auth/auth-corner.tsx";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { passwordPolicy } from "#env.ts";
import { BrandLink } from "#features/auth/brand-link.tsx";
import { SignUp } from "#features/auth/sign-up.tsx";
import { ProviderButtons } from "#features/providers/provider-buttons.tsx";
import { withMarks } from "#features/providers/with-marks.tsx";
import { getMe } from "#session/get-me.ts";
import { getProviders } from "#session/get-providers.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.signUp"))("title") };
}

export default async function SignUpPage() {
  if (await getMe()) redirect("/");
  return (
    <SignUp
      policy={passwordPolicy()}
      brand={<BrandLink />}
      corner={<AuthCorner />}
      otherWays={<ProviderButtons providers={withMarks(await getProviders())} next={null} />}
    />
  );
}
