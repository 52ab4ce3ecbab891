"use client";

import { systemRolesWith } from "@pronaflow/contract";
import type { SystemWorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { Button } from "@pronaflow/ui/button";
import { RotateCcw } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useMe } from "#session/use-me.ts";
import type { DeletionPhase } from "./deletion-phase.ts";
import { RestoreDialog } from "./restore-dialog.tsx";

interface RestoreButtonProps {
  workspace: SystemWorkspaceDetail;
  phase: DeletionPhase;
}

/** Opens the way back, or says why there is none. */
export function RestoreButton({ workspace, phase }: RestoreButtonProps) {
  const t = useTranslations("workspaces.restore");
  const whyNot = useWhyNot(phase);
  const [isOpen, setOpen] = useState(false);
  const button = (
    <Button variant={whyNot ? "secondary" : "primary"} disabledReason={whyNot}>
      <RotateCcw aria-hidden />
      {t("open")}
    </Button>
  );
  if (whyNot) return button;
  return <RestoreDialog workspace={workspace} open={isOpen} onOpenChange={setOpen} trigger={button} />;
}

function useWhyNot(phase: DeletionPhase): string | null {
  const t = useTranslations("workspaces.restore");
  const access = useTranslations("access");
  const format = useFormatter();
  const { user, permissions } = useMe();
  if (phase === "ACTIVE") return t("notDeleted");
  if (phase === "FINAL") return t("windowClosed");
  if (permissions.includes("workspaces.restore")) return null;
  const holders = systemRolesWith("workspaces.restore").map((role) => access(`systemRole.${role}`));
  return access("restoreRefused", {
    role: access(`systemRole.${user.systemRole}`),
    grantedBy: format.list(holders, { type: "disjunction" }),
  });
}
