"use client";

import type { ProviderChoice } from "@pronaflow/contract/outputs/providers";
import { Button } from "@pronaflow/ui/button";
import { useTranslations } from "next-intl";
import { useMe } from "#session/use-me.ts";
import { ProviderMark } from "./provider-mark.tsx";
import { useConnections } from "./use-connections.ts";

/** A provider that is not connected yet, and the way to it. */
export function AvailableRow({ provider }: { provider: ProviderChoice }) {
  const t = useTranslations("connections");
  const { connect, connectingTo } = useConnections();
  const { user } = useMe();
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 py-4">
      <ProviderMark provider={provider.key} />
      <div className="grid min-w-0 flex-1 gap-0.5">
        <p className="font-medium">{provider.name}</p>
        <p className="text-muted-foreground">{t("notConnected")}</p>
      </div>
      <Button
        size="sm"
        aria-label={t("connectNamed", { provider: provider.name })}
        pending={connectingTo === provider.key}
        disabledReason={user.status === "PENDING" ? t("pending") : null}
        onClick={() => void connect(provider.key)}
      >
        {t("connect")}
      </Button>
    </li>
  );
}
