import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { passwordPolicy } from "#env.ts";
import { Setup } from "#features/auth/setup.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("setupTitle") };
}

export default function SetupPage() {
  return <Setup policy={passwordPolicy()} />;
}
