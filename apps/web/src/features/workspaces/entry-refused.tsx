"use client";

import { Button } from "@pronaflow/ui/button";
import { EmptyState } from "@pronaflow/ui/empty-state";
import { PageHeader } from "@pronaflow/ui/page-header";
import { ShieldCheck } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { useSignOut } from "#features/shell/use-sign-out.ts";

const EnableDialog = lazy(async () => ({
  default: (await import("#features/factors/enable-dialog.tsx")).EnableDialog,
}));

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
  const router = useRouter();
  const signInAgain = useSignOut(next);
  const [isSettingUp, setSettingUp] = useState(false);
  const needsMfa = reason === "WORKSPACE_NEEDS_MFA";
  const canSetUp = needsMfa && !hasFactor;
  const why = canSetUp ? t("needsMfaText") : t("hasFactorText");
  return (
    <>
      <PageHeader title={needsMfa ? t("needsMfa", { name }) : t("tooOld", { name })} />
      <EmptyState
        icon={<ShieldCheck aria-hidden />}
        title={needsMfa ? why : t("tooOldText")}
        description={hasOthers ? t("others") : undefined}
        action={
          <div className="flex flex-wrap justify-center gap-2">
            {canSetUp ? (
              <Button variant="primary" onClick={() => setSettingUp(true)}>
                {t("setUp")}
              </Button>
            ) : null}
            <Button variant={canSetUp ? "secondary" : "primary"} onClick={signInAgain}>
              {t("signInAgain")}
            </Button>
          </div>
        }
      />
      {isSettingUp ? (
        <Suspense fallback={null}>
          <EnableDialog
            onClose={() => {
              setSettingUp(false);
              // The page asks the workspace again: it goes on where the second step is there now.
              router.refresh();
            }}
          />
        </Suspense>
      ) : null}
    </>
  );
}
