import { AuthCorner } from "@pronaflow/app/auth/auth-corner.tsx";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { passwordPolicy } from "#env.ts";
import { AuthStrip } from "#features/auth/auth-strip.tsx";
import { Setup } from "#features/auth/setup.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.setup"))("title") };
}

export default function SetupPage() {
  return <Setup policy={passwordPolicy()} strip={<AuthStrip />} corner={<AuthCorner />} />;
}
