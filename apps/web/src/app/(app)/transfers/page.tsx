import { PageHeader } from "@pronaflow/ui/page-header";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OffersView } from "#features/ownership/offers-view.tsx";
import { requireMe } from "#session/require-me.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ownership"))("transfers") };
}

export default async function TransfersPage() {
  await requireMe("/transfers");
  const t = await getTranslations("ownership");
  return (
    <>
      <PageHeader title={t("transfers")} description={t("transfersText")} />
      <OffersView />
    </>
  );
}
