"use client";

import type { Member } from "@pronaflow/contract/outputs/members";
import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { ConfirmDialog } from "@pronaflow/ui/confirm-dialog";
import { useTranslations } from "next-intl";
import type { MemberAct } from "./member-act.ts";
import { useMemberActs } from "./use-member-acts.ts";

interface MemberConfirmProps {
  workspace: WorkspaceDetail;
  kind: Exclude<MemberAct["kind"], "role" | "end">;
  member: Member;
  onClose: () => void;
}

/** Says what an act does to a member before it is done. */
export function MemberConfirm({ workspace, kind, member, onClose }: MemberConfirmProps) {
  const t = useTranslations("members");
  const app = useTranslations("app");
  const acts = useMemberActs(workspace);
  const act = {
    deactivate: () => acts.update(member, { active: false }),
    reactivate: () => acts.update(member, { active: true }),
    remove: () => acts.remove(member),
    leave: () => acts.leave(),
  }[kind];
  const confirm = async () => {
    if (await act()) onClose();
  };
  const names = { name: member.displayName, workspace: workspace.name };
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t(`ask.${kind}Title`, names)}
      labels={{ confirm: t(kind), cancel: app("cancel"), close: app("close") }}
      tone={kind === "reactivate" ? "primary" : "danger"}
      onConfirm={confirm}
      pending={acts.isPending}
    >
      <p>{t(`ask.${kind}Text`, names)}</p>
    </ConfirmDialog>
  );
}
