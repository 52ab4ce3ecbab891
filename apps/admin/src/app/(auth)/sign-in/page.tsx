import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ConsoleCard } from "#features/auth/console-card.tsx";
import { SignInForm } from "#features/auth/sign-in-form.tsx";
import { getMe } from "#session/get-me.ts";
import { returnPath } from "#session/return-path.ts";

interface SignInPageProps {
  searchParams: Promise<{ next?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("signInTitle") };
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const next = returnPath((await searchParams).next) ?? "/workspaces";
  if (await getMe()) redirect(next);
  const t = await getTranslations("auth");
  return (
    <ConsoleCard title={t("signInTitle")} description={t("signInText")}>
      <SignInForm next={next} />
    </ConsoleCard>
  );
}
