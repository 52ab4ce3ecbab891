"use client";

import { FactorRow } from "@pronaflow/app/factors/factor-row.tsx";
import { Badge } from "@pronaflow/ui/badge";
import { Button } from "@pronaflow/ui/button";
import { useTranslations } from "next-intl";
import { useFactorDialog } from "./factor-dialogs.tsx";

/** How many backup codes are left, with a warning before it is too late. */
export function BackupCodesRow({ left, isLow }: { left: number; isLow: boolean }) {
  const t = useTranslations("factors");
  const open = useFactorDialog();
  return (
    <FactorRow
      title={t("backupCodes")}
      aside={isLow ? <Badge tone="warning">{t("few")}</Badge> : null}
      text={t("codesLeft", { count: left })}
      action={<Button onClick={() => open("regenerate")}>{t("makeNew")}</Button>}
    />
  );
}
