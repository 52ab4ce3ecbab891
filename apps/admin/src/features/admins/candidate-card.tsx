"use client";

import type { Candidate } from "@pronaflow/contract/outputs/admins";
import { Avatar } from "@pronaflow/ui/avatar";
import { Badge } from "@pronaflow/ui/badge";
import { Button } from "@pronaflow/ui/button";
import { useTranslations } from "next-intl";
import { AdminRole } from "./admin-role.tsx";

interface CandidateCardProps {
  candidate: Candidate;
  onAnother: () => void;
}

/** Who was found, as what, and what will happen at their first sign-in. */
export function CandidateCard({ candidate, onAnother }: CandidateCardProps) {
  const t = useTranslations("admins");
  const { id, displayName, username, email, role, status, hasSecondFactor } = candidate;
  return (
    <div className="grid gap-2 rounded-md border bg-muted/40 p-3">
      <div className="flex min-w-0 items-center gap-2.5">
        <Avatar name={displayName} seed={id} />
        <span className="grid min-w-0 flex-1">
          <span className="truncate font-medium">{displayName}</span>
          <span className="truncate text-muted-foreground text-xs" title={`${email} · ${username}`}>
            {email}
          </span>
        </span>
        <Button size="sm" variant="ghost" onClick={onAnother}>
          {t("find.another")}
        </Button>
      </div>
      <div className="flex flex-wrap items-center gap-1.5">
        <AdminRole role={role} />
        {status === "ACTIVE" ? null : <Badge tone="danger">{t(`status.${status}`)}</Badge>}
        <Badge tone={hasSecondFactor ? "success" : "warning"}>{t(hasSecondFactor ? "factor.on" : "factor.off")}</Badge>
      </div>
      {hasSecondFactor ? null : <p className="text-muted-foreground text-sm">{t("factor.comes")}</p>}
    </div>
  );
}
