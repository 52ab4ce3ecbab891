"use client";

import type { Permission } from "@pronaflow/contract";
import { can } from "@pronaflow/contract";
import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { Button } from "@pronaflow/ui/button";
import { useTranslations } from "next-intl";
import { useAsk } from "./asking.tsx";
import { permissionKey } from "./permission-key.ts";

interface AskButtonProps {
  workspace: Pick<WorkspaceDetail, "role">;
  permission: Permission;
  size?: "sm" | "md";
  variant?: "secondary" | "ghost";
}

/** Offers to ask for a permission, beside what is blocked for want of it; nothing where it is held. */
export function AskButton({ workspace, permission, size, variant }: AskButtonProps) {
  const t = useTranslations("access");
  const ask = useAsk();
  if (can(workspace.role, permission)) return null;
  const wanted = t(`permission.${permissionKey(permission)}`);
  return (
    <Button
      size={size}
      variant={variant}
      aria-label={t("askNamed", { permission: wanted })}
      onClick={() => ask(permission)}
    >
      {t("ask")}
    </Button>
  );
}
