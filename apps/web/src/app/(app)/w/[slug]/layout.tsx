import type { ReactNode } from "react";
import { RecordVisit } from "#features/workspaces/record-visit.tsx";
import type { WorkspacePageProps } from "#features/workspaces/workspace-page-props.ts";
import { getMe } from "#session/get-me.ts";

export default async function WorkspaceLayout({ children, params }: WorkspacePageProps & { children: ReactNode }) {
  const { slug } = await params;
  return (
    <>
      {(await getMe()) ? <RecordVisit slug={slug} /> : null}
      {children}
    </>
  );
}
