"use client";

import { ATTEMPT_KINDS } from "@pronaflow/contract";
import type { AccountDetail } from "@pronaflow/contract/outputs/accounts";
import { DataTable } from "@pronaflow/ui/data-table";
import { EmptyState } from "@pronaflow/ui/empty-state";
import { columnsFor } from "@pronaflow/ui/table-columns";
import { TimeAgo } from "@pronaflow/ui/time-ago";
import { KeyRound } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";

const column = columnsFor<AccountDetail["attempts"][number]>();

/** The latest tries at proving to be the account's owner. */
export function AccountAttempts({ attempts, now }: { attempts: AccountDetail["attempts"]; now: string }) {
  const t = useTranslations("accounts.detail");
  const kinds = useTranslations("accounts.attempt");
  const locale = useLocale();
  const columns = useMemo(
    () =>
      column.columns([
        column.accessor("kind", {
          header: t("what"),
          meta: { card: "title" },
          cell: ({ getValue }) => {
            const kind = ATTEMPT_KINDS.find((known) => known === getValue());
            return kind ? kinds(kind) : getValue();
          },
        }),
        column.accessor("outcome", {
          header: t("outcome"),
          cell: ({ getValue }) =>
            getValue() === "succeeded" ? t("succeeded") : t("failed", { code: getValue().toUpperCase() }),
        }),
        column.accessor("app", { header: t("inApp"), cell: ({ getValue }) => t(`app.${getValue()}`) }),
        column.accessor("ip", {
          header: t("ip"),
          cell: ({ getValue }) => (
            <span className="break-all font-mono text-xs">{getValue() ?? t("unknownPlace")}</span>
          ),
        }),
        column.accessor("at", {
          header: t("when"),
          cell: ({ getValue }) => <TimeAgo at={getValue()} now={now} locale={locale} />,
        }),
      ]),
    [t, kinds, locale, now],
  );
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <h2 className="font-semibold text-base">{t("attempts")}</h2>
      <DataTable
        caption={t("attempts")}
        columns={columns}
        rows={attempts}
        rowId={({ id }) => id}
        empty={<EmptyState icon={<KeyRound aria-hidden />} title={t("noAttempts")} />}
      />
    </section>
  );
}
