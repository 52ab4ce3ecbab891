import type { ReactNode } from "react";
import { Asking } from "#features/access/asking.tsx";
import { RecordVisit } from "#features/workspaces/record-visit.tsx";
import type { WorkspacePageProps } from "#features/workspaces/workspace-page-props.ts";
import { getMe } from "#session/get-me.ts";

export default async function WorkspaceLayout({ children, params }: WorkspacePageProps & { children: ReactNode }) {
  const { slug } = await params;
  // The page itself leads to sign-in: it knows where back to.
  if (!(await getMe())) return children;
  return (
    <Asking slug={slug}>
      <RecordVisit slug={slug} />
      {children}
    </Asking>
  );
}
