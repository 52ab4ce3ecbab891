import { AuthCorner } from "@pronaflow/app/auth/auth-corner.tsx";
import { returnPath } from "@pronaflow/app/session/return-path.ts";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { appUrl } from "#env.ts";
import { AuthStrip } from "#features/auth/auth-strip.tsx";
import { SignIn } from "#features/auth/sign-in.tsx";
import { getMe } from "#session/get-me.ts";

interface SignInPageProps {
  searchParams: Promise<{ next?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.signIn"))("title") };
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const next = returnPath((await searchParams).next);
  if (await getMe()) redirect(next ?? "/workspaces");
  return (
    <SignIn strip={<AuthStrip />} corner={<AuthCorner />} next={next} resetAddress={`${appUrl()}/forgot-password`} />
  );
}
