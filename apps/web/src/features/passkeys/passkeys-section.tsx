"use client";

import { RetryState } from "@pronaflow/app/states/retry-state.tsx";
import { Button } from "@pronaflow/ui/button";
import { EmptyState } from "@pronaflow/ui/empty-state";
import { SettingsSection } from "@pronaflow/ui/settings-section";
import { Skeleton } from "@pronaflow/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { Fingerprint } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, useSyncExternalStore } from "react";
import { useMe } from "#session/use-me.ts";
import { useTRPC } from "#trpc/context.ts";
import { knowsPasskeys } from "./load-authenticator.ts";
import { PasskeyRow } from "./passkey-row.tsx";
import { usePasskeyActs } from "./use-passkey-acts.ts";

/** Every passkey of the account, and the way to add one. `now`: ISO, of the server's render. */
export function PasskeysSection({ now }: { now: string }) {
  const t = useTranslations("passkeys");
  const list = useQuery(useTRPC().auth.passkeys.list.queryOptions());
  const { add } = usePasskeyActs();
  const [isAdding, setAdding] = useState(false);
  const whyNot = useWhyNot(list.data);
  const passkeys = list.data?.passkeys ?? [];

  const begin = async () => {
    setAdding(true);
    await add();
    setAdding(false);
  };

  return (
    <SettingsSection
      title={t("title")}
      description={
        <>
          {t("text")} {list.data ? t("hosts", { host: list.data.host }) : null}
        </>
      }
      footer={
        <div className="flex justify-end">
          <Button pending={isAdding} disabledReason={whyNot} onClick={() => void begin()}>
            {t("add")}
          </Button>
        </div>
      }
    >
      {list.isPending ? <Skeleton className="h-10 w-full" /> : null}
      {list.isError ? <RetryState error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isSuccess && passkeys.length === 0 ? (
        <EmptyState icon={<Fingerprint />} title={t("empty")} description={t("emptyText")} className="py-6" />
      ) : null}
      <ul className="-my-4 divide-y">
        {passkeys.map((passkey) => (
          <PasskeyRow key={passkey.id} passkey={passkey} now={now} />
        ))}
      </ul>
    </SettingsSection>
  );
}

function useWhyNot(list: { passkeys: unknown[]; limit: number } | undefined): string | null {
  const t = useTranslations("passkeys");
  const { user } = useMe();
  // The server cannot know the browser: it draws the button as if it did, and the browser corrects it.
  const isKnown = useSyncExternalStore(
    () => () => undefined,
    knowsPasskeys,
    () => true,
  );
  if (user.status === "PENDING") return t("pendingReason");
  if (list && list.passkeys.length >= list.limit) return t("full", { limit: String(list.limit) });
  return isKnown ? null : t("unsupported");
}
