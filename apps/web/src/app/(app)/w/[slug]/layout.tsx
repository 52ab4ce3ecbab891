import type { ReactNode } from "react";
import { Asking } from "#features/access/asking.tsx";
import { MfaWanted } from "#features/workspaces/mfa-wanted.tsx";
import { RecordVisit } from "#features/workspaces/record-visit.tsx";
import type { WorkspacePageProps } from "#features/workspaces/workspace-page-props.ts";
import { getMe } from "#session/get-me.ts";
import { hasSecondStep } from "#session/has-second-step.ts";
import { getWorkspace } from "#session/require-workspace.ts";

export default async function WorkspaceLayout({ children, params }: WorkspacePageProps & { children: ReactNode }) {
  const { slug } = await params;
  // The page itself leads to sign-in: it knows where back to.
  if (!(await getMe())) return children;
  const workspace = await getWorkspace(slug);
  const wantedFrom = workspace?.mfaWantedFrom;
  return (
    <Asking slug={slug}>
      <RecordVisit slug={slug} />
      {wantedFrom ? <MfaWanted name={workspace.name} from={wantedFrom} hasFactor={await hasSecondStep()} /> : null}
      {children}
    </Asking>
  );
}
