import { AuthCard } from "@pronaflow/ui/auth-card";
import { TextLink } from "@pronaflow/ui/text-link";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { appUrl } from "#env.ts";
import { AuthCorner } from "#features/auth/auth-corner.tsx";
import { AuthStrip } from "#features/auth/auth-strip.tsx";
import { SignInForm } from "#features/auth/sign-in-form.tsx";
import { getMe } from "#session/get-me.ts";
import { returnPath } from "#session/return-path.ts";

interface SignInPageProps {
  searchParams: Promise<{ next?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.signIn"))("title") };
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const next = returnPath((await searchParams).next);
  if (await getMe()) redirect(next ?? "/workspaces");
  const t = await getTranslations("auth.signIn");
  const isReturning = next !== null && next !== "/" && next !== "/workspaces";
  return (
    <AuthCard
      strip={<AuthStrip />}
      corner={<AuthCorner />}
      title={t("title")}
      description={isReturning ? t("returning") : t("description")}
      footer={
        <>
          {t("forgot")} <TextLink href={`${appUrl()}/forgot-password`}>{t("reset")}</TextLink>
        </>
      }
    >
      <SignInForm next={next} />
    </AuthCard>
  );
}
