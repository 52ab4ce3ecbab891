"use client";

import { Button } from "@pronaflow/ui/button";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FactorDialog } from "./factor-dialog.tsx";
import type { FactorsApi } from "./factors-api.ts";
import { RegenerateForm } from "./regenerate-form.tsx";

interface RegenerateCodesProps {
  api: FactorsApi;
  /** Whose codes they are: it stands over them on paper. */
  email: string;
  onMade: () => Promise<void>;
  onClose: () => void;
}

/** Ten new backup codes in place of those one has. */
export function RegenerateCodes({ api, email, onMade, onClose }: RegenerateCodesProps) {
  const t = useTranslations("factors");
  const [by, setBy] = useState<"code" | "backupCode">("code");
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const regenerate = useMutation({ mutationFn: api.regenerateBackupCodes.mutate });

  const make = async (input: Parameters<typeof regenerate.mutateAsync>[0]) => {
    setCodes((await regenerate.mutateAsync(input)).backupCodes);
    void onMade();
  };

  return (
    <FactorDialog
      title={t("regenerateTitle")}
      description={t("regenerateText")}
      codes={codes}
      email={email}
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
