"use client";

import { AddPasskey } from "@pronaflow/app/passkeys/add-passkey.tsx";
import { Button } from "@pronaflow/ui/button";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useOwnPasskeys } from "#features/passkeys/use-own-passkeys.ts";
import { useResendLink } from "#features/shell/use-resend-link.ts";
import { useMe } from "#session/use-me.ts";
import { useTRPC } from "#trpc/context.ts";
import { useFactorDialog } from "./factor-dialogs.tsx";

interface Finding {
  id: string;
  title: string;
  text: string;
  action: ReactNode;
}

/** What the account's owner could mend, gravest first; null until it is known. */
export function useFindings(): Finding[] | null {
  const t = useTranslations("factors");
  const shell = useTranslations("shell");
  const trpc = useTRPC();
  const open = useFactorDialog();
  const resend = useResendLink();
  const isPending = useMe().user.status === "PENDING";
  const status = useQuery(trpc.auth.mfa.status.queryOptions()).data;
  const passkeys = useOwnPasskeys();
  const sessions = useQuery(trpc.auth.sessions.list.queryOptions()).data?.sessions;
  if (!(status && sessions && passkeys.list.data)) return null;

  const places = new Set(sessions.map(({ city, country }) => [city, country].join()).filter((place) => place !== ","));
  const all: (Finding & { isSo: boolean })[] = [
    {
      id: "unverified",
      isSo: isPending,
      title: t("unverified"),
      text: t("unverifiedText"),
      action: (
        <Button size="sm" pending={resend.isSending} onClick={resend.send}>
          {shell("pendingResend")}
        </Button>
      ),
    },
    {
      id: "mfa",
      isSo: !(status.enabled || isPending),
      title: t("mfaOff"),
      text: t("mfaOffText"),
      action: (
        <Button size="sm" onClick={() => open("enable")}>
          {t("turnOn")}
        </Button>
      ),
    },
    {
      id: "codes",
      isSo: status.backupCodesLow,
      title: t("codesLow", { count: status.backupCodesRemaining }),
      text: t("codesLowText"),
      action: (
        <Button size="sm" onClick={() => open("regenerate")}>
          {t("makeNew")}
        </Button>
      ),
    },
    {
      id: "passkey",
      isSo: passkeys.list.data.passkeys.length === 0 && !isPending,
      title: t("noPasskey"),
      text: t("noPasskeyText"),
      action: <AddPasskey size="sm" list={passkeys.list.data} calls={passkeys.calls} />,
    },
    {
      id: "places",
      isSo: places.size > 1,
      title: t("places", { count: places.size }),
      text: t("placesText"),
      action: (
        <Button size="sm" asChild>
          <a href="#sessions">{t("reviewSessions")}</a>
        </Button>
      ),
    },
  ];
  return all.filter(({ isSo }) => isSo);
}
