"use client";

import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { ConfirmDialog } from "@pronaflow/ui/confirm-dialog";
import { useTranslations } from "next-intl";
import { DeletionImpact } from "./deletion-impact.tsx";
import { useDeleteWorkspace } from "./use-delete-workspace.ts";

interface DeleteWorkspaceDialogProps {
  workspace: WorkspaceDetail;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** What is lost, to whom and until when it can come back; then the name, typed. */
export function DeleteWorkspaceDialog({ workspace, open, onOpenChange }: DeleteWorkspaceDialogProps) {
  const t = useTranslations("workspaces.remove");
  const app = useTranslations("app");
  const { remove, isPending } = useDeleteWorkspace(workspace);
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("dialogTitle", { name: workspace.name })}
      labels={{ confirm: t("confirm"), cancel: app("cancel"), close: app("close") }}
      typedName={{
        expected: workspace.name,
        label: t("typeName", { name: workspace.name }),
        reason: t("typeReason"),
      }}
      onConfirm={remove}
      pending={isPending}
    >
      <DeletionImpact id={workspace.id} />
    </ConfirmDialog>
  );
}
