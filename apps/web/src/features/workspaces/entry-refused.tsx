"use client";

import { Button } from "@pronaflow/ui/button";
import { EmptyState } from "@pronaflow/ui/empty-state";
import { PageHeader } from "@pronaflow/ui/page-header";
import { ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useSignOut } from "#features/shell/use-sign-out.ts";
import { SecondStepAct } from "./second-step-act.tsx";

interface EntryRefusedProps {
  name: string;
  reason: "WORKSPACE_NEEDS_MFA" | "SESSION_TOO_OLD";
  /** Whether the person has a second step, which this session was made without. */
  hasFactor: boolean;
  hasOthers: boolean;
  /** Where they were going. */
  next: string;
}

/** Why a workspace does not let this session in, and the one act that opens it and leads back. */
export function EntryRefused({ name, reason, hasFactor, hasOthers, next }: EntryRefusedProps) {
  const t = useTranslations("workspaces.entry");
  const signInAgain = useSignOut(next);
  const needsMfa = reason === "WORKSPACE_NEEDS_MFA";
  const why = hasFactor ? t("hasFactorText") : t("needsMfaText");
  return (
    <>
      <PageHeader title={needsMfa ? t("needsMfa", { name }) : t("tooOld", { name })} />
      <EmptyState
        icon={<ShieldCheck aria-hidden />}
        title={needsMfa ? why : t("tooOldText")}
        description={hasOthers ? t("others") : undefined}
        action={
          <div className="flex flex-wrap justify-center gap-2">
            {/* The page asks the workspace again when it is met, and goes on where it lets this session in. */}
            {needsMfa ? <SecondStepAct hasFactor={hasFactor} variant="primary" /> : null}
            <Button variant={needsMfa ? "secondary" : "primary"} onClick={signInAgain}>
              {t("signInAgain")}
            </Button>
          </div>
        }
      />
    </>
  );
}
