"use client";

import type { Passkeys } from "@pronaflow/contract/outputs/passkeys";
import { EmptyState } from "@pronaflow/ui/empty-state";
import { SettingsSection } from "@pronaflow/ui/settings-section";
import { Skeleton } from "@pronaflow/ui/skeleton";
import { Fingerprint } from "lucide-react";
import { useTranslations } from "next-intl";
import { RetryState } from "../states/retry-state.tsx";
import { AddPasskey } from "./add-passkey.tsx";
import { PasskeyRow } from "./passkey-row.tsx";
import type { OwnPasskeysCalls } from "./use-passkey-acts.ts";

interface OwnPasskeysProps {
  list: { data: Passkeys | undefined; error: unknown; refetch: () => unknown };
  calls: OwnPasskeysCalls;
  /** ISO, of the server's render. */
  now: string;
  /** Why this account may add none. */
  whyNot: string | null;
}

/** Every passkey of the account, and the way to add one. */
export function OwnPasskeys({ list, calls, now, whyNot }: OwnPasskeysProps) {
  const t = useTranslations("passkeys");
  const { data, error } = list;
  const retry = () => void list.refetch();
  return (
    <SettingsSection
      anchor="passkeys"
      title={t("title")}
      description={
        <>
          {t("text")} {data ? t("hosts", { host: data.host }) : null}
        </>
      }
      footer={
        <div className="flex justify-end">
          <AddPasskey list={data} calls={calls} whyNot={whyNot} />
        </div>
      }
    >
      {data || error ? null : <Skeleton className="h-10 w-full" />}
      {error ? <RetryState error={error} onRetry={retry} /> : null}
      {data?.passkeys.length === 0 ? (
        <EmptyState icon={<Fingerprint />} title={t("empty")} description={t("emptyText")} className="py-6" />
      ) : null}
      <ul className="-my-4 divide-y">
        {data?.passkeys.map((passkey) => (
          <PasskeyRow key={passkey.id} passkey={passkey} here={data.host} calls={calls} now={now} />
        ))}
      </ul>
    </SettingsSection>
  );
}
