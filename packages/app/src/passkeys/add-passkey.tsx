"use client";

import type { Passkeys } from "@pronaflow/contract/outputs/passkeys";
import { Button } from "@pronaflow/ui/button";
import { useTranslations } from "next-intl";
import { useState, useSyncExternalStore } from "react";
import { knowsPasskeys } from "./load-authenticator.ts";
import type { OwnPasskeysCalls } from "./use-passkey-acts.ts";
import { usePasskeyActs } from "./use-passkey-acts.ts";

interface AddPasskeyProps {
  list: Passkeys | undefined;
  calls: OwnPasskeysCalls;
  /** Why this account may add none. */
  whyNot?: string | null;
  size?: "sm";
}

/** The button that makes a passkey on this device. */
export function AddPasskey({ list, calls, whyNot = null, size }: AddPasskeyProps) {
  const t = useTranslations("passkeys");
  const { add } = usePasskeyActs(calls);
  const [isAdding, setAdding] = useState(false);
  // The server cannot know the browser: it draws the button as if it did, and the browser corrects it.
  const isKnown = useSyncExternalStore(
    () => () => undefined,
    knowsPasskeys,
    () => true,
  );
  const isFull = list !== undefined && list.passkeys.length >= list.limit;
  const full = isFull ? t("full", { limit: String(list.limit) }) : null;

  const begin = async () => {
    setAdding(true);
    await add();
    setAdding(false);
  };

  return (
    <Button
      size={size}
      pending={isAdding}
      disabledReason={whyNot ?? full ?? (isKnown ? null : t("unsupported"))}
      onClick={() => void begin()}
    >
      {t("add")}
    </Button>
  );
}
