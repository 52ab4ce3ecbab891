import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthCorner } from "#features/auth/auth-corner.tsx";
import { BrandLink } from "#features/auth/brand-link.tsx";
import { NotMe } from "#features/notices/not-me.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notices"))("title") };
}

export default function NotMePage() {
  return <NotMe brand={<BrandLink />} corner={<AuthCorner />} />;
}
