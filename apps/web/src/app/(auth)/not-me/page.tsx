import { AuthCorner } from "@pronaflow/app/auth/auth-corner.tsx";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BrandLink } from "#features/auth/brand-link.tsx";
import { NotMe } from "#features/notices/not-me.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notices"))("title") };
}

export default function NotMePage() {
  return <NotMe brand={<BrandLink />} corner={<AuthCorner />} />;
}
