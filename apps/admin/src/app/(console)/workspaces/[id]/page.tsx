import { PageHeader } from "@pronaflow/ui/page-header";
import { TextLink } from "@pronaflow/ui/text-link";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { getWorkspace } from "#features/workspaces/get-workspace.ts";
import { RestoreWorkspace } from "#features/workspaces/restore-workspace.tsx";
import { StateBadge } from "#features/workspaces/state-badge.tsx";
import { WorkspaceFacts } from "#features/workspaces/workspace-facts.tsx";
import { WorkspaceHistory } from "#features/workspaces/workspace-history.tsx";
import { WorkspaceImpact } from "#features/workspaces/workspace-impact.tsx";
import { WorkspaceMembers } from "#features/workspaces/workspace-members.tsx";
import { requireAdmin } from "#session/require-admin.ts";

interface WorkspacePageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: WorkspacePageProps): Promise<Metadata> {
  const workspace = await getWorkspace((await params).id);
  return { title: workspace?.name ?? (await getTranslations("states"))("notFoundTitle") };
}

export default async function WorkspacePage({ params }: WorkspacePageProps) {
  const { id } = await params;
  await requireAdmin(`/workspaces/${id}`);
  const workspace = (await getWorkspace(id)) ?? notFound();
  const t = await getTranslations("workspaces");
  const now = new Date().toISOString();
  return (
    <>
      <PageHeader
        back={
          <TextLink asChild>
            <Link href="/workspaces">{t("back")}</Link>
          </TextLink>
        }
        title={workspace.name}
        aside={<StateBadge workspace={workspace} now={now} />}
        actions={<RestoreWorkspace workspace={workspace} now={now} />}
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="grid gap-4">
          <WorkspaceFacts workspace={workspace} now={now} />
          <WorkspaceImpact impact={workspace.impact} />
          <WorkspaceMembers members={workspace.members} now={now} />
        </div>
        <WorkspaceHistory history={workspace.history} now={now} />
      </div>
    </>
  );
}
