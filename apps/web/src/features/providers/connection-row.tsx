"use client";

import type { Connection } from "@pronaflow/contract/outputs/providers";
import { Button } from "@pronaflow/ui/button";
import { ConfirmDialog } from "@pronaflow/ui/confirm-dialog";
import { TimeAgo } from "@pronaflow/ui/time-ago";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { ProviderMark } from "./provider-mark.tsx";
import { useConnections } from "./use-connections.ts";

interface ConnectionRowProps {
  connection: Connection;
  now: string;
}

/** One connected account: whose it is there, when it was used, and the way to disconnect it. */
export function ConnectionRow({ connection, now }: ConnectionRowProps) {
  const t = useTranslations("connections");
  const app = useTranslations("app");
  const locale = useLocale();
  const { disconnect, isDisconnecting } = useConnections();
  const [isAsking, setAsking] = useState(false);
  const { provider, email, name, linkedAt, lastUsedAt, isLastWayIn } = connection;
  const account = email ?? name ?? provider.name;

  const confirm = async () => {
    if (await disconnect(connection)) setAsking(false);
  };

  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 py-4">
      <ProviderMark provider={provider.key} />
      <div className="grid min-w-0 flex-1 basis-48 gap-0.5">
        <p className="font-medium">{provider.name}</p>
        <p className="wrap-anywhere text-muted-foreground">{account}</p>
        <p className="text-muted-foreground">
          {t("connected")} <TimeAgo at={linkedAt} now={now} locale={locale} /> ·{" "}
          {lastUsedAt ? (
            <>
              {t("lastUsed")} <TimeAgo at={lastUsedAt} now={now} locale={locale} />
            </>
          ) : (
            t("neverUsed")
          )}
        </p>
      </div>
      <Button
        size="sm"
        aria-label={t("disconnectNamed", { provider: provider.name })}
        disabledReason={isLastWayIn ? t("lastWayIn") : null}
        onClick={() => setAsking(true)}
      >
        {t("disconnect")}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t("disconnectTitle", { provider: provider.name })}
        labels={{ confirm: t("disconnect"), cancel: app("cancel"), close: app("close") }}
        onConfirm={confirm}
        pending={isDisconnecting}
      >
        <p>{t("disconnectText", { account })}</p>
      </ConfirmDialog>
    </li>
  );
}
