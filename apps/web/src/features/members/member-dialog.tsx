"use client";

import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { EndDialog } from "./end-dialog.tsx";
import type { MemberAct } from "./member-act.ts";
import { MemberConfirm } from "./member-confirm.tsx";
import { RoleDialog } from "./role-dialog.tsx";

interface MemberDialogProps {
  workspace: WorkspaceDetail;
  act: MemberAct;
  onClose: () => void;
}

/** The question that an act on a member asks first. */
export function MemberDialog({ workspace, act: { kind, member }, onClose }: MemberDialogProps) {
  if (kind === "role") return <RoleDialog workspace={workspace} member={member} onClose={onClose} />;
  if (kind === "end") return <EndDialog workspace={workspace} member={member} onClose={onClose} />;
  return <MemberConfirm workspace={workspace} kind={kind} member={member} onClose={onClose} />;
}
