import { AuthCorner } from "@pronaflow/app/auth/auth-corner.tsx";
import { returnPath } from "@pronaflow/app/session/return-path.ts";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BrandLink } from "#features/auth/brand-link.tsx";
import { SignIn } from "#features/auth/sign-in.tsx";
import { SignInByPasskey } from "#features/passkeys/sign-in-by-passkey.tsx";
import { ProviderButtons } from "#features/providers/provider-buttons.tsx";
import { withMarks } from "#features/providers/with-marks.tsx";
import { getMe } from "#session/get-me.ts";
import { getProviders } from "#session/get-providers.ts";

interface SignInPageProps {
  searchParams: Promise<{ next?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.signIn"))("title") };
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const next = returnPath((await searchParams).next);
  if (await getMe()) redirect(next ?? "/");
  return (
    <SignIn
      brand={<BrandLink />}
      corner={<AuthCorner />}
      otherWays={
        <>
          <SignInByPasskey next={next} />
          <ProviderButtons providers={withMarks(await getProviders())} next={next} />
        </>
      }
      next={next}
    />
  );
}
