"use client";

import { Dialog } from "@pronaflow/ui/dialog";
import { useTranslations } from "next-intl";
import type { AdminAct } from "./admin-act.ts";
import { RoleForm } from "./role-form.tsx";

interface RoleDialogProps {
  act: AdminAct;
  onClose: () => void;
}

/** Another role for somebody, or none any more. */
export function RoleDialog({ act: { kind, admin }, onClose }: RoleDialogProps) {
  const t = useTranslations("admins");
  const app = useTranslations("app");
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t(`${kind}.title`, { name: admin.displayName })}
      description={t(`${kind}.text`)}
      closeLabel={app("close")}
    >
      <RoleForm person={admin} kind={kind} onDone={onClose} />
    </Dialog>
  );
}
