"use client";

import { Button } from "@pronaflow/ui/button";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "#trpc/context.ts";
import { FactorDialog } from "./factor-dialog.tsx";
import { RegenerateForm } from "./regenerate-form.tsx";
import { useRefreshFactors } from "./use-refresh-factors.ts";

/** Ten new backup codes in place of those one has. */
export function RegenerateDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("factors");
  const refresh = useRefreshFactors();
  const [by, setBy] = useState<"code" | "backupCode">("code");
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const regenerate = useMutation(useTRPC().auth.mfa.regenerateBackupCodes.mutationOptions());

  const make = async (input: Parameters<typeof regenerate.mutateAsync>[0]) => {
    setCodes((await regenerate.mutateAsync(input)).backupCodes);
    void refresh();
  };

  return (
    <FactorDialog
      title={t("regenerateTitle")}
      description={t("regenerateText")}
      codes={codes}
      success={t("regenerated")}
      onClose={onClose}
    >
      <RegenerateForm key={by} by={by} onMake={make} />
      <Button variant="ghost" block onClick={() => setBy(by === "code" ? "backupCode" : "code")}>
        {by === "code" ? t("useBackupCode") : t("useApp")}
      </Button>
    </FactorDialog>
  );
}
