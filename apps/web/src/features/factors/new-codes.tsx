"use client";

import { OneTimeList } from "@pronaflow/ui/one-time-list";
import { useTranslations } from "next-intl";
import { useMe } from "#session/use-me.ts";

interface NewCodesProps {
  codes: readonly string[];
  onDone: () => void;
}

/** Ten backup codes, shown this once. */
export function NewCodes({ codes, onDone }: NewCodesProps) {
  const t = useTranslations("factors");
  const { email } = useMe().user;
  return (
    <OneTimeList
      lines={codes}
      heading={t("heading", { email })}
      fileName="pronaflow-backup-codes.txt"
      labels={{
        list: t("backupCodes"),
        copy: t("copy"),
        copied: t("copied"),
        download: t("download"),
        print: t("print"),
        kept: t("kept"),
        keptFirst: t("keptFirst"),
        done: t("done"),
      }}
      onDone={onDone}
    />
  );
}
