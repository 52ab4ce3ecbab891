import { AuthCorner } from "@pronaflow/app/auth/auth-corner.tsx";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BrandLink } from "#features/auth/brand-link.tsx";
import { Leaving } from "#features/links/leaving.tsx";
import { getMe } from "#session/get-me.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("links.leaving"))("title") };
}

export default async function LeavingPage() {
  const me = (await getMe()) ?? redirect("/sign-in?next=%2Fleaving");
  const finalAt = me.deletionDueAt ?? redirect("/");
  return <Leaving finalAt={finalAt} brand={<BrandLink />} corner={<AuthCorner />} />;
}
