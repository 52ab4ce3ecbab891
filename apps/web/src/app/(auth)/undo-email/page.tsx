import { AuthCorner } from "@pronaflow/app/auth/auth-corner.tsx";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BrandLink } from "#features/auth/brand-link.tsx";
import { UndoEmail } from "#features/links/undo-email.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("links.undo"))("title") };
}

export default function UndoEmailPage() {
  return <UndoEmail brand={<BrandLink />} corner={<AuthCorner />} />;
}
