"use client";

import { Button } from "@pronaflow/ui/button";
import { Dialog } from "@pronaflow/ui/dialog";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";

const ChangeEmailForm = lazy(async () => ({ default: (await import("./change-email-form.tsx")).ChangeEmailForm }));

/** Another address for an account whose present one is verified. */
export function ChangeEmailDialog() {
  const t = useTranslations("emailChange");
  const app = useTranslations("app");
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>{t("change")}</Button>}
      title={t("dialogTitle")}
      description={t("dialogText")}
      closeLabel={app("close")}
    >
      <Suspense fallback={<div className="h-40" />}>
        <ChangeEmailForm onDone={() => setOpen(false)} />
      </Suspense>
    </Dialog>
  );
}
