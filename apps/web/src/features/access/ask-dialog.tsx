"use client";

import { useFailureToast } from "@pronaflow/app/forms/use-failure-toast.ts";
import type { Permission } from "@pronaflow/contract";
import { can, grantorRoles } from "@pronaflow/contract";
import type { WorkspaceSummary } from "@pronaflow/contract/outputs/workspaces";
import { ConfirmDialog } from "@pronaflow/ui/confirm-dialog";
import { Skeleton } from "@pronaflow/ui/skeleton";
import { toast } from "@pronaflow/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useTRPC } from "#trpc/context.ts";
import { permissionKey } from "./permission-key.ts";
import { useGrantors } from "./use-grantors.ts";

interface AskDialogProps {
  workspace: Pick<WorkspaceSummary, "id" | "role">;
  permission: Permission;
  onClose: () => void;
}

/** Says which permission is missing and who will be asked for it, and mails them. */
export function AskDialog({ workspace: { id, role }, permission, onClose }: AskDialogProps) {
  const t = useTranslations("access");
  const app = useTranslations("app");
  const format = useFormatter();
  const router = useRouter();
  const failed = useFailureToast();
  const grantors = useGrantors(id, permission);
  const { mutateAsync, isPending } = useMutation(useTRPC().workspaces.members.ask.mutationOptions());
  const wanted = t(`permission.${permissionKey(permission)}`);
  const named = (grantors.data?.people ?? []).map((one) =>
    t("person", { name: one.displayName, role: t(`role.${one.role}`) }),
  );
  const people = format.list(named, { type: "conjunction" });
  const roles = format.list(
    grantorRoles(permission).map((one) => t(`role.${one}`)),
    { type: "disjunction" },
  );
  const isNamed = named.length > 0;

  const send = async () => {
    try {
      const { status } = await mutateAsync({ id, permission });
      if (status === "asked")
        toast.success(t("asked.asked"), {
          description: isNamed ? t("askedText", { people }) : t("askedRoles", { roles }),
        });
      else toast.info(t(`asked.${status}`));
      if (status === "already_held") router.refresh();
      onClose();
    } catch (error) {
      await failed(t("askFailed"), error);
    }
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t("askTitle", { permission: wanted })}
      labels={{ confirm: t("askConfirm"), cancel: app("cancel"), close: app("close") }}
      tone="primary"
      onConfirm={send}
      pending={isPending}
    >
      {grantors.isPending ? (
        <Skeleton className="h-5 w-full" />
      ) : (
        <p>{isNamed ? t("askPeople", { people }) : t("askRoles", { roles })}</p>
      )}
      {can(role, "members.view") ? null : <p>{t("unseen")}</p>}
      <p className="text-muted-foreground">{t("askText")}</p>
    </ConfirmDialog>
  );
}
