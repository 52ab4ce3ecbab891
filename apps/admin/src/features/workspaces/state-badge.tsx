"use client";

import type { SystemWorkspace } from "@pronaflow/contract/outputs/workspaces";
import { Badge } from "@pronaflow/ui/badge";
import { TimeAgo } from "@pronaflow/ui/time-ago";
import { useLocale, useTranslations } from "next-intl";

interface StateBadgeProps {
  workspace: Pick<SystemWorkspace, "state" | "finalAt">;
  now: string;
}

/** Whether a workspace lives, and until when a deleted one can come back. */
export function StateBadge({ workspace, now }: StateBadgeProps) {
  const t = useTranslations("workspaces");
  const locale = useLocale();
  if (workspace.state === "ACTIVE") return <Badge tone="success">{t("stateActive")}</Badge>;
  return (
    <span className="inline-grid justify-items-start gap-0.5">
      <Badge tone="danger">{t("stateDeleted")}</Badge>
      {workspace.finalAt ? (
        <span className="text-muted-foreground">
          {t("finalIn")} <TimeAgo at={workspace.finalAt} now={now} locale={locale} />
        </span>
      ) : null}
    </span>
  );
}
