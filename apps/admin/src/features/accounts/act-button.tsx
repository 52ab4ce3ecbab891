"use client";

import type { AccountDetail } from "@pronaflow/contract/outputs/accounts";
import { Button } from "@pronaflow/ui/button";
import { Dialog } from "@pronaflow/ui/dialog";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { useState } from "react";
import type { AccountAct } from "./account-act.ts";
import { ActForm } from "./act-form.tsx";
import { useWhyNot } from "./use-why-not.ts";

interface ActButtonProps extends Pick<ComponentProps<typeof Button>, "variant" | "size" | "aria-label" | "children"> {
  account: AccountDetail;
  act: AccountAct;
}

/** Asks why, then does something to an account; says why not where it may not be done. */
export function ActButton({ account, act, ...look }: ActButtonProps) {
  const t = useTranslations("accounts");
  const app = useTranslations("app");
  const whyNot = useWhyNot(account)(act.kind);
  const [isOpen, setOpen] = useState(false);
  const button = <Button {...look} variant={whyNot ? "secondary" : look.variant} disabledReason={whyNot} />;
  if (whyNot) return button;
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setOpen}
      trigger={button}
      title={t(`${act.kind}.title`, { name: account.displayName })}
      description={t(`${act.kind}.text`)}
      closeLabel={app("close")}
    >
      <ActForm account={account} act={act} onDone={() => setOpen(false)} />
    </Dialog>
  );
}
