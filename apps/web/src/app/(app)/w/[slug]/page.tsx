import type { Metadata } from "next";
import { MfaWanted } from "#features/workspaces/mfa-wanted.tsx";
import { WorkspaceHome } from "#features/workspaces/workspace-home.tsx";
import type { WorkspacePageProps } from "#features/workspaces/workspace-page-props.ts";
import { mfaWantedFrom } from "#session/mfa-wanted-from.ts";
import { getWorkspace, requireWorkspace } from "#session/require-workspace.ts";

export async function generateMetadata({ params }: WorkspacePageProps): Promise<Metadata> {
  const { slug } = await params;
  return { title: (await getWorkspace(slug))?.name };
}

export default async function WorkspacePage({ params }: WorkspacePageProps) {
  const { slug } = await params;
  const workspace = await requireWorkspace(slug);
  const from = await mfaWantedFrom(workspace);
  return (
    <>
      {from ? (
        <div className="mb-6">
          <MfaWanted name={workspace.name} from={from} />
        </div>
      ) : null}
      <WorkspaceHome workspace={workspace} />
    </>
  );
}
