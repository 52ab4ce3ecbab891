import { can } from "@pronaflow/contract";
import type { ReactNode } from "react";
import { SettingsNav } from "#features/workspaces/settings-nav.tsx";
import type { WorkspacePageProps } from "#features/workspaces/workspace-page-props.ts";
import { getWorkspace } from "#session/require-workspace.ts";

export default async function SettingsLayout({ children, params }: WorkspacePageProps & { children: ReactNode }) {
  const { slug } = await params;
  // The page itself leads elsewhere where there is no workspace for this reader.
  const workspace = await getWorkspace(slug);
  return (
    <>
      {workspace && can(workspace.role, "settings.view") ? <SettingsNav slug={workspace.slug} /> : null}
      {children}
    </>
  );
}
