import type { Metadata } from "next";
import { WorkspaceHome } from "#features/workspaces/workspace-home.tsx";
import type { WorkspacePageProps } from "#features/workspaces/workspace-page-props.ts";
import { getWorkspace, requireWorkspace } from "#session/require-workspace.ts";

export async function generateMetadata({ params }: WorkspacePageProps): Promise<Metadata> {
  const { slug } = await params;
  return { title: (await getWorkspace(slug))?.name };
}

export default async function WorkspacePage({ params }: WorkspacePageProps) {
  const { slug } = await params;
  const workspace = await requireWorkspace(slug);
  return <WorkspaceHome workspace={workspace} />;
}
