"use client";

import type { AccountDetail } from "@pronaflow/contract/outputs/accounts";
import { DataTable } from "@pronaflow/ui/data-table";
import { EmptyState } from "@pronaflow/ui/empty-state";
import { columnsFor } from "@pronaflow/ui/table-columns";
import { TimeAgo } from "@pronaflow/ui/time-ago";
import { MonitorOff } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { ActButton } from "./act-button.tsx";

type Row = AccountDetail["sessions"][number];
const column = columnsFor<Row>();

/** Where somebody is signed in, and the way to end one of it. */
export function AccountSessions({ account, now }: { account: AccountDetail; now: string }) {
  const t = useTranslations("accounts.detail");
  const end = useTranslations("accounts.endSession");
  const locale = useLocale();
  const columns = useMemo(() => {
    const deviceOf = ({ browser, os }: Row) => [browser, os].filter(Boolean).join(" · ") || t("unknownDevice");
    return column.columns([
      column.accessor("browser", {
        header: t("device"),
        meta: { card: "title" },
        cell: ({ row }) => deviceOf(row.original),
      }),
      column.accessor("app", { header: t("inApp"), cell: ({ getValue }) => t(`app.${getValue()}`) }),
      column.accessor("city", {
        header: t("place"),
        cell: ({ row: { original } }) =>
          [original.city, original.country].filter(Boolean).join(", ") || t("unknownPlace"),
      }),
      column.accessor("ip", {
        header: t("ip"),
        cell: ({ getValue }) => <span className="break-all font-mono text-xs">{getValue() ?? t("unknownPlace")}</span>,
      }),
      column.accessor("lastSeenAt", {
        header: t("lastSeen"),
        cell: ({ getValue }) => <TimeAgo at={getValue()} now={now} locale={locale} />,
      }),
      column.display({
        id: "acts",
        meta: { card: "actions", align: "end" },
        header: () => <span className="sr-only">{t("acts")}</span>,
        cell: ({ row: { original } }) => (
          <ActButton
            account={account}
            act={{ kind: "endSession", sessionId: original.id }}
            size="sm"
            variant="ghost"
            aria-label={end("open", { device: deviceOf(original) })}
          >
            {end("short")}
          </ActButton>
        ),
      }),
    ]);
  }, [t, end, locale, now, account]);
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <h2 className="font-semibold text-base">{t("sessions")}</h2>
      <DataTable
        caption={t("sessions")}
        columns={columns}
        rows={account.sessions}
        rowId={({ id }) => id}
        empty={<EmptyState icon={<MonitorOff aria-hidden />} title={t("noSessions")} />}
      />
    </section>
  );
}
