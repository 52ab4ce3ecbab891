"use client";

import type { SystemWorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { Button } from "@pronaflow/ui/button";
import { Dialog } from "@pronaflow/ui/dialog";
import { Lock, LockOpen } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useMe } from "#session/use-me.ts";
import { HoldForm } from "./hold-form.tsx";

/** Places a hold, under which a workspace is never purged, or lifts it; each with its reason. */
export function HoldButton({ workspace }: { workspace: SystemWorkspaceDetail }) {
  const t = useTranslations("workspaces.hold");
  const app = useTranslations("app");
  const { permissions } = useMe();
  const [isOpen, setOpen] = useState(false);
  const act = workspace.hold ? "release" : "hold";
  const whyNot = permissions.includes("workspaces.purge") ? null : t("refused");
  const button = (
    <Button disabledReason={whyNot}>
      {workspace.hold ? <LockOpen aria-hidden /> : <Lock aria-hidden />}
      {t(`${act}.open`)}
    </Button>
  );
  if (whyNot) return button;
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setOpen}
      trigger={button}
      title={t(`${act}.title`, { name: workspace.name })}
      description={t(`${act}.text`)}
      closeLabel={app("close")}
    >
      <HoldForm workspace={workspace} act={act} onDone={() => setOpen(false)} />
    </Dialog>
  );
}
