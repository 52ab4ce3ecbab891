"use client";

import type { Incident } from "@pronaflow/contract/outputs/incidents";
import { columnsFor } from "@pronaflow/ui/table-columns";
import { TextLink } from "@pronaflow/ui/text-link";
import { TimeAgo } from "@pronaflow/ui/time-ago";
import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { IncidentSeverity } from "./incident-severity.tsx";
import { IncidentState } from "./incident-state.tsx";

const column = columnsFor<Incident>();

/** The columns of the queue; `now` is the server's clock when it rendered. */
export function useIncidentColumns(now: string) {
  const t = useTranslations("incidents");
  const format = useFormatter();
  const locale = useLocale();
  return useMemo(() => {
    const when = (at: string) => <TimeAgo at={at} now={now} locale={locale} />;
    return column.columns([
      column.accessor("kind", {
        header: t("list.what"),
        meta: { card: "title" },
        cell: ({ row, getValue }) => (
          <TextLink asChild>
            <Link href={`/incidents/${row.original.id}`} prefetch={false}>
              {t(`kind.${getValue()}`)}
            </Link>
          </TextLink>
        ),
      }),
      column.accessor("severity", {
        header: t("list.severity"),
        meta: { width: "w-28" },
        cell: ({ getValue }) => <IncidentSeverity severity={getValue()} />,
      }),
      column.accessor("state", {
        header: t("list.state"),
        meta: { width: "w-36" },
        cell: ({ getValue }) => <IncidentState state={getValue()} />,
      }),
      column.accessor("account", {
        header: t("list.account"),
        cell: ({ getValue }) => {
          const account = getValue();
          if (!account) return <span className="text-muted-foreground">{t("list.many")}</span>;
          return <span title={`${account.displayName} <${account.email}>`}>{account.displayName}</span>;
        },
      }),
      column.accessor("occurrences", {
        header: t("list.occurrences"),
        meta: { align: "end", width: "w-20" },
        cell: ({ getValue }) => <span className="tabular-nums">{format.number(getValue())}</span>,
      }),
      column.accessor("openedAt", {
        header: t("list.openedAt"),
        meta: { width: "w-32" },
        cell: ({ getValue }) => when(getValue()),
      }),
      column.accessor("lastAt", {
        header: t("list.lastAt"),
        meta: { width: "w-32" },
        cell: ({ getValue }) => when(getValue()),
      }),
    ]);
  }, [t, format, locale, now]);
}
