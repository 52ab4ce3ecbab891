"use client";

import type { Passkey } from "@pronaflow/contract/outputs/passkeys";
import { Badge } from "@pronaflow/ui/badge";
import { Button } from "@pronaflow/ui/button";
import { ConfirmDialog } from "@pronaflow/ui/confirm-dialog";
import { TimeAgo } from "@pronaflow/ui/time-ago";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { answersHere } from "./answers-here.ts";
import { RenamePasskeyDialog } from "./rename-passkey-dialog.tsx";
import type { OwnPasskeysCalls } from "./use-passkey-acts.ts";
import { usePasskeyActs } from "./use-passkey-acts.ts";

interface PasskeyRowProps {
  passkey: Passkey;
  /** The host of this app: a passkey of another is told apart. */
  here: string;
  calls: OwnPasskeysCalls;
  now: string;
}

/** One passkey: what it is called, when it was added and used, and the ways to rename and remove it. */
export function PasskeyRow({ passkey, here, calls, now }: PasskeyRowProps) {
  const t = useTranslations("passkeys");
  const app = useTranslations("app");
  const locale = useLocale();
  const { remove, isRemoving } = usePasskeyActs(calls);
  const [isAsking, setAsking] = useState(false);
  const { id, name, createdAt, lastUsedAt, isSynced, host } = passkey;

  const confirm = async () => {
    if (await remove(id)) setAsking(false);
  };

  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 py-4">
      <div className="grid min-w-0 flex-1 gap-0.5">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          <span className="min-w-0 break-words">{name}</span> {isSynced ? <Badge>{t("synced")}</Badge> : null}
          {host === null || answersHere(passkey, here) ? null : <Badge tone="info">{t("elsewhere", { host })}</Badge>}
        </p>
        <p className="text-muted-foreground">
          {t("addedAt")} <TimeAgo at={createdAt} now={now} locale={locale} /> ·{" "}
          {lastUsedAt ? (
            <>
              {t("lastUsed")} <TimeAgo at={lastUsedAt} now={now} locale={locale} />
            </>
          ) : (
            t("neverUsed")
          )}
        </p>
      </div>
      <div className="flex gap-2">
        <RenamePasskeyDialog passkey={passkey} calls={calls} />
        <ConfirmDialog
          trigger={
            <Button size="sm" aria-label={t("removeNamed", { name })}>
              {t("remove")}
            </Button>
          }
          open={isAsking}
          onOpenChange={setAsking}
          title={t("removeTitle", { name })}
          labels={{ confirm: t("remove"), cancel: app("cancel"), close: app("close") }}
          onConfirm={confirm}
          pending={isRemoving}
        >
          <p>{t("removeText")}</p>
        </ConfirmDialog>
      </div>
    </li>
  );
}
