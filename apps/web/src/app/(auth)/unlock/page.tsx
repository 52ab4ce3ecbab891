import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthCorner } from "#features/auth/auth-corner.tsx";
import { BrandLink } from "#features/auth/brand-link.tsx";
import { Unlock } from "#features/guard/unlock.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("guard.unlock"))("title") };
}

export default function UnlockPage() {
  return <Unlock brand={<BrandLink />} corner={<AuthCorner />} />;
}
