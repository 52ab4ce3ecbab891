import { PageHeader } from "@pronaflow/ui/page-header";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeletedView } from "#features/ownership/deleted-view.tsx";
import { requireMe } from "#session/require-me.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ownership"))("deleted") };
}

export default async function DeletedWorkspacesPage() {
  await requireMe("/workspaces/deleted");
  const t = await getTranslations("ownership");
  return (
    <>
      <PageHeader title={t("deleted")} description={t("deletedText")} />
      <DeletedView now={new Date().toISOString()} />
    </>
  );
}
