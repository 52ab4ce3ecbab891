"use client";

import { Button } from "@pronaflow/ui/button";
import { Dialog } from "@pronaflow/ui/dialog";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";

const ChangeAddressForm = lazy(async () => ({
  default: (await import("./change-address-form.tsx")).ChangeAddressForm,
}));

/** For someone who mistyped the address they registered: another one, proven by the password. */
export function ChangeAddressDialog() {
  const t = useTranslations("shell");
  const app = useTranslations("app");
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button size="sm">{t("changeAddress")}</Button>}
      title={t("changeAddressTitle")}
      description={t("changeAddressText")}
      closeLabel={app("close")}
    >
      <Suspense fallback={<div className="h-52" />}>
        <ChangeAddressForm onDone={() => setOpen(false)} />
      </Suspense>
    </Dialog>
  );
}
