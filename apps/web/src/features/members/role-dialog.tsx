"use client";

import type { Role } from "@pronaflow/contract";
import { assignableRoles } from "@pronaflow/contract";
import type { Member } from "@pronaflow/contract/outputs/members";
import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { Button } from "@pronaflow/ui/button";
import { Dialog } from "@pronaflow/ui/dialog";
import { Field } from "@pronaflow/ui/field";
import { Select } from "@pronaflow/ui/select";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useMemberActs } from "./use-member-acts.ts";

interface RoleDialogProps {
  workspace: WorkspaceDetail;
  member: Member;
  onClose: () => void;
}

/** Gives a member another role: those that one's own role may give. */
export function RoleDialog({ workspace, member, onClose }: RoleDialogProps) {
  const t = useTranslations("members");
  const app = useTranslations("app");
  const words = useTranslations("access.role");
  const [role, setRole] = useState<Role>(member.role);
  const acts = useMemberActs(workspace);
  const save = async () => {
    if (await acts.update(member, { role })) onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("roleTitle", { name: member.displayName })}
      description={t("roleText")}
      closeLabel={app("close")}
      footer={
        <>
          <Button onClick={onClose}>{app("cancel")}</Button>
          <Button
            variant="primary"
            pending={acts.isPending}
            disabledReason={role === member.role ? t("sameRole") : null}
            onClick={() => void save()}
          >
            {t("changeRole")}
          </Button>
        </>
      }
    >
      <Field label={t("role")}>
        <Select
          value={role}
          onValueChange={(value) => setRole(value as Role)}
          options={assignableRoles(workspace.role).map((value) => ({
            value,
            label: words(value),
            description: t(`roleMeans.${value}`),
          }))}
        />
      </Field>
    </Dialog>
  );
}
