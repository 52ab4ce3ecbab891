import { AuthCorner } from "@pronaflow/app/auth/auth-corner.tsx";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BrandLink } from "#features/auth/brand-link.tsx";
import { Unlock } from "#features/guard/unlock.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("guard.unlock"))("title") };
}

export default function UnlockPage() {
  return <Unlock brand={<BrandLink />} corner={<AuthCorner />} />;
}
