import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WorkspaceView } from "#features/workspaces/workspace-view.tsx";
import { getWorkspace, requireWorkspace } from "#session/require-workspace.ts";
import { getQueryClient } from "#trpc/server.ts";

interface WorkspacePageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: WorkspacePageProps): Promise<Metadata> {
  const workspace = await getWorkspace((await params).id);
  return { title: workspace?.name ?? (await getTranslations("workspaces.list"))("title") };
}

export default async function WorkspacePage({ params }: WorkspacePageProps) {
  const { id } = await requireWorkspace((await params).id);
  return (
    <HydrationBoundary state={dehydrate(getQueryClient())}>
      <WorkspaceView id={id} now={new Date().toISOString()} />
    </HydrationBoundary>
  );
}
