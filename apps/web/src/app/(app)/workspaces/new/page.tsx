import { PageHeader } from "@pronaflow/ui/page-header";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CreateWorkspaceForm } from "#features/workspaces/create-workspace-form.tsx";
import { requireMe } from "#session/require-me.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("workspaces.create"))("title") };
}

export default async function NewWorkspacePage() {
  await requireMe("/workspaces/new");
  const t = await getTranslations("workspaces.create");
  return (
    <div className="mx-auto max-w-160">
      <PageHeader title={t("title")} description={t("description")} />
      <CreateWorkspaceForm />
    </div>
  );
}
