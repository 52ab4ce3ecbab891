"use client";

import type { Session } from "@pronaflow/contract/outputs/identity";
import { Badge } from "@pronaflow/ui/badge";
import { Button } from "@pronaflow/ui/button";
import { ConfirmDialog } from "@pronaflow/ui/confirm-dialog";
import { TimeAgo } from "@pronaflow/ui/time-ago";
import { Laptop, Smartphone } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useDeviceWords } from "./use-device-words.ts";
import { useEndSessions } from "./use-end-sessions.ts";

interface SessionRowProps {
  session: Session;
  now: string;
}

/** One signed-in device: what it is, where and when it was seen, and the way to sign it out. */
export function SessionRow({ session, now }: SessionRowProps) {
  const t = useTranslations("security");
  const app = useTranslations("app");
  const locale = useLocale();
  const { endOne, isEndingOne } = useEndSessions();
  const [isAsking, setAsking] = useState(false);
  const { device, place } = useDeviceWords(session);
  const Icon = /mobile|phone|tablet/i.test(session.device ?? "") ? Smartphone : Laptop;

  const confirm = async () => {
    if (await endOne(session.id)) setAsking(false);
  };

  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 py-4">
      <Icon aria-hidden className="size-5 shrink-0 self-start text-muted-foreground" />
      <div className="grid min-w-0 flex-1 gap-0.5">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {device} {session.current ? <Badge tone="accent">{t("thisDevice")}</Badge> : null}
        </p>
        <p className="break-words text-muted-foreground">{[place, session.ip].filter(Boolean).join(" · ")}</p>
        <p className="text-muted-foreground">
          {t("lastSeen")} <TimeAgo at={session.lastSeenAt} now={now} locale={locale} /> · {t("signedIn")}{" "}
          <TimeAgo at={session.createdAt} now={now} locale={locale} />
        </p>
      </div>
      {session.current ? null : (
        <ConfirmDialog
          trigger={
            <Button size="sm" aria-label={t("endNamed", { device })}>
              {t("end")}
            </Button>
          }
          open={isAsking}
          onOpenChange={setAsking}
          title={t("endTitle")}
          labels={{ confirm: t("end"), cancel: app("cancel"), close: app("close") }}
          onConfirm={confirm}
          pending={isEndingOne}
        >
          <p>{t("endText", { device })}</p>
        </ConfirmDialog>
      )}
    </li>
  );
}
