import type { SystemWorkspace } from "@pronaflow/contract/outputs/workspaces";
import { Badge } from "@pronaflow/ui/badge";
import { useTranslations } from "next-intl";
import { deletionPhase } from "./deletion-phase.ts";

const TONES = { ACTIVE: "success", DELETED: "warning", PURGING_SOON: "danger", FINAL: "danger" } as const;

export function WorkspaceState({ workspace, now }: { workspace: SystemWorkspace; now: string }) {
  const t = useTranslations("workspaces.state");
  const phase = deletionPhase(workspace, now);
  return (
    <span className="inline-flex flex-wrap gap-1">
      <Badge tone={TONES[phase]}>{t(phase)}</Badge>
      {workspace.isHeld ? <Badge tone="info">{t("held")}</Badge> : null}
    </span>
  );
}
