import { AuthCorner } from "@pronaflow/app/auth/auth-corner.tsx";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BrandLink } from "#features/auth/brand-link.tsx";
import { Farewell } from "#features/links/farewell.tsx";
import { Leaving } from "#features/links/leaving.tsx";
import { readMoment } from "#features/links/read-moment.ts";
import { getMe } from "#session/get-me.ts";

interface LeavingPageProps {
  searchParams: Promise<{ until?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("links.leaving"))("title") };
}

export default async function LeavingPage({ searchParams }: LeavingPageProps) {
  const frame = { brand: <BrandLink />, corner: <AuthCorner /> };
  const me = await getMe();
  if (me) return <Leaving finalAt={me.deletionDueAt ?? redirect("/")} {...frame} />;
  // Who has just been signed out by deleting the account; the mail's link has no date and leads to sign-in.
  const finalAt = readMoment((await searchParams).until) ?? redirect("/sign-in?next=%2Fleaving");
  return <Farewell finalAt={finalAt} {...frame} />;
}
