"use client";

import { ConfirmDialog } from "@pronaflow/ui/confirm-dialog";
import { useTranslations } from "next-intl";
import { useMe } from "#session/use-me.ts";
import { DeletionTakes } from "./deletion-takes.tsx";
import { useDeleteAccount } from "./use-delete-account.ts";

interface DeleteAccountDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** What goes, when, and until when one can come back; then the username, typed. */
export function DeleteAccountDialog({ open, onOpenChange }: DeleteAccountDialogProps) {
  const t = useTranslations("deletion");
  const app = useTranslations("app");
  const { username } = useMe().user;
  const { schedule, isPending } = useDeleteAccount();

  const confirm = async () => {
    if ((await schedule()) === "refused") onOpenChange(false);
  };

  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("dialogTitle", { username })}
      labels={{ confirm: t("open"), cancel: app("cancel"), close: app("close") }}
      typedName={{ expected: username, label: t("typeUsername", { username }), reason: t("typeReason") }}
      onConfirm={confirm}
      pending={isPending}
    >
      <DeletionTakes />
    </ConfirmDialog>
  );
}
