"use client";

import { FactorRow } from "@pronaflow/app/factors/factor-row.tsx";
import type { TrustedDevice } from "@pronaflow/contract/outputs/factors";
import { Badge } from "@pronaflow/ui/badge";
import { Button } from "@pronaflow/ui/button";
import { ConfirmDialog } from "@pronaflow/ui/confirm-dialog";
import { TimeAgo } from "@pronaflow/ui/time-ago";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useDeviceWords } from "#features/account/use-device-words.ts";
import { useForgetDevice } from "./use-forget-device.ts";

interface TrustedDeviceRowProps {
  trusted: TrustedDevice;
  now: string;
}

/** One browser that is spared the second step: which, until when, and the way to end that. */
export function TrustedDeviceRow({ trusted, now }: TrustedDeviceRowProps) {
  const t = useTranslations("factors");
  const security = useTranslations("security");
  const app = useTranslations("app");
  const format = useFormatter();
  const locale = useLocale();
  const { device, place } = useDeviceWords(trusted);
  const { forget, isForgetting } = useForgetDevice();
  const [isAsking, setAsking] = useState(false);
  const until = format.dateTime(new Date(trusted.trustedUntil), { dateStyle: "long" });

  const confirm = async () => {
    if (await forget(trusted.id)) setAsking(false);
  };

  return (
    <FactorRow
      title={device}
      aside={trusted.current ? <Badge tone="accent">{security("thisDevice")}</Badge> : null}
      text={
        <>
          {t("trustedUntil", { date: until })} · {[place, trusted.ip].filter(Boolean).join(" · ")} ·{" "}
          {security("lastSeen")} <TimeAgo at={trusted.lastSeenAt} now={now} locale={locale} />
        </>
      }
      action={
        <ConfirmDialog
          trigger={
            <Button size="sm" aria-label={t("forgetNamed", { device })}>
              {t("forget")}
            </Button>
          }
          open={isAsking}
          onOpenChange={setAsking}
          title={t("forgetTitle")}
          labels={{ confirm: t("forget"), cancel: app("cancel"), close: app("close") }}
          onConfirm={confirm}
          pending={isForgetting}
        >
          <p>{t("forgetText", { device })}</p>
        </ConfirmDialog>
      }
    />
  );
}
