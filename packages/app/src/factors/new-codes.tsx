"use client";

import { OneTimeList } from "@pronaflow/ui/one-time-list";
import { useTranslations } from "next-intl";

interface NewCodesProps {
  codes: readonly string[];
  /** Whose codes they are: it stands over them on paper. */
  email: string;
  /** What the last button leads to. */
  done: string;
  onDone: () => void;
}

/** Ten backup codes, shown this once. */
export function NewCodes({ codes, email, done, onDone }: NewCodesProps) {
  const t = useTranslations("factors");
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
        done,
      }}
      onDone={onDone}
    />
  );
}
