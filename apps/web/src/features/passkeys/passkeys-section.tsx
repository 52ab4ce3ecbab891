"use client";

import { OwnPasskeys } from "@pronaflow/app/passkeys/own-passkeys.tsx";
import { useTranslations } from "next-intl";
import { useMe } from "#session/use-me.ts";
import { useOwnPasskeys } from "./use-own-passkeys.ts";

/** The passkeys of one's account. `now`: ISO, of the server's render. */
export function PasskeysSection({ now }: { now: string }) {
  const t = useTranslations("passkeys");
  const { list, calls } = useOwnPasskeys();
  const isPending = useMe().user.status === "PENDING";
  return <OwnPasskeys list={list} calls={calls} now={now} whyNot={isPending ? t("pendingReason") : null} />;
}
