"use client";

import type { Activity } from "@pronaflow/contract/outputs/account";
import { Badge } from "@pronaflow/ui/badge";
import { TimeAgo } from "@pronaflow/ui/time-ago";
import { useLocale, useTranslations } from "next-intl";
import { useDeviceWords } from "#features/account/use-device-words.ts";
import { messageKey } from "#i18n/message-key.ts";
import { ActivityIcon } from "./activity-icon.tsx";
import { MENDED_AT } from "./mended-at.ts";
import { NotMeButton } from "./not-me-button.tsx";

interface ActivityRowProps {
  item: Activity;
  now: string;
}

/** One thing that happened: what, who did it, on which device and where, when; and what to do if it was not oneself. */
export function ActivityRow({ item, now }: ActivityRowProps) {
  const t = useTranslations("activity");
  const locale = useLocale();
  const { device, place } = useDeviceWords(item);
  const act = t(`act.${messageKey(item.action)}`);
  const isOther = item.by === "support" || item.by === "system";
  const mendedAt = isOther ? null : MENDED_AT[item.action];
  // What is not known is left out: a list that says so on every row says nothing.
  const told = isOther
    ? []
    : [
        t(`by.${item.by}`),
        (item.browser ?? item.os) ? device : null,
        (item.city ?? item.country) ? place : null,
        item.ip,
      ];
  return (
    <li className="flex gap-4 px-5 py-3.5">
      <ActivityIcon action={item.action} />
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-1">
        <div className="grid min-w-52 flex-1 gap-0.5">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
            {act}{" "}
            {isOther ? <Badge tone={item.by === "support" ? "info" : "neutral"}>{t(`by.${item.by}`)}</Badge> : null}
          </p>
          <p className="wrap-anywhere text-muted-foreground">
            {told.filter(Boolean).map((fact) => `${fact} · `)}
            <TimeAgo at={item.at} now={now} locale={locale} />
          </p>
        </div>
        {mendedAt ? <NotMeButton act={act} mendedAt={mendedAt} /> : null}
      </div>
    </li>
  );
}
