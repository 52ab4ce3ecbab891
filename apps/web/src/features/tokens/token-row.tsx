"use client";

import type { PersonalToken } from "@pronaflow/contract/outputs/tokens";
import { Button } from "@pronaflow/ui/button";
import { ConfirmDialog } from "@pronaflow/ui/confirm-dialog";
import { TimeAgo } from "@pronaflow/ui/time-ago";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { tokenPermissionKey } from "./token-permission-key.ts";
import { useRevokeToken } from "./use-revoke-token.ts";

interface TokenRowProps {
  token: PersonalToken;
  now: string;
}

/** One token: what it is called, what it may do and where, when it was used, and the way to revoke it. */
export function TokenRow({ token, now }: TokenRowProps) {
  const t = useTranslations("tokens");
  const app = useTranslations("app");
  const locale = useLocale();
  const { revoke, isRevoking } = useRevokeToken();
  const [isAsking, setAsking] = useState(false);
  const where = token.workspace ? (token.workspace.name ?? t("lostWorkspace")) : t("everyWorkspace");

  const confirm = async () => {
    if (await revoke(token.id)) setAsking(false);
  };

  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-3 py-4">
      <div className="grid min-w-0 flex-1 gap-0.5">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="break-words font-medium">{token.name}</span>
          <code className="font-mono text-muted-foreground text-xs">pf_…{token.ending}</code>
        </p>
        <p className="break-words text-muted-foreground">
          {where} · {token.permissions.map((one) => t(`permission.${tokenPermissionKey(one)}`)).join(", ")}
        </p>
        <p className="text-muted-foreground">
          {token.lastUsedAt ? (
            <>
              {t("lastUsed")} <TimeAgo at={token.lastUsedAt} now={now} locale={locale} />
              {token.lastUsedIp ? ` · ${token.lastUsedIp}` : null}
            </>
          ) : (
            t("neverUsed")
          )}{" "}
          · {t("ends")} <TimeAgo at={token.expiresAt} now={now} locale={locale} />
        </p>
      </div>
      <ConfirmDialog
        trigger={
          <Button size="sm" aria-label={t("revokeNamed", { name: token.name })}>
            {t("revoke")}
          </Button>
        }
        open={isAsking}
        onOpenChange={setAsking}
        title={t("revokeTitle", { name: token.name })}
        labels={{ confirm: t("revoke"), cancel: app("cancel"), close: app("close") }}
        onConfirm={confirm}
        pending={isRevoking}
      >
        <p>{t("revokeText")}</p>
      </ConfirmDialog>
    </li>
  );
}
