"use client";

import { Button } from "@pronaflow/ui/button";
import { Dialog } from "@pronaflow/ui/dialog";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SettleForm } from "./settle-form.tsx";

interface SettleButtonProps {
  id: string;
  act: "acknowledge" | "resolve";
  whyNot: string | null;
}

/** Asks why, then moves an incident on. */
export function SettleButton({ id, act, whyNot }: SettleButtonProps) {
  const t = useTranslations("incidents.settle");
  const app = useTranslations("app");
  const [isOpen, setOpen] = useState(false);
  const button = (
    <Button variant={act === "resolve" && !whyNot ? "primary" : "secondary"} disabledReason={whyNot}>
      {t(act)}
    </Button>
  );
  if (whyNot) return button;
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setOpen}
      trigger={button}
      title={t(`${act}Title`)}
      description={t(`${act}Text`)}
      closeLabel={app("close")}
    >
      <SettleForm id={id} act={act} onDone={() => setOpen(false)} />
    </Dialog>
  );
}
