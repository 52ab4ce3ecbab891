"use client";

import type { Admin } from "@pronaflow/contract/outputs/admins";
import { Badge } from "@pronaflow/ui/badge";
import { columnsFor } from "@pronaflow/ui/table-columns";
import { TimeAgo } from "@pronaflow/ui/time-ago";
import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import type { AdminAct } from "./admin-act.ts";
import { AdminMenu } from "./admin-menu.tsx";
import { AdminName } from "./admin-name.tsx";
import { AdminRole } from "./admin-role.tsx";

const column = columnsFor<Admin>();

/** The columns of the list; `now` is the server's clock when it rendered. */
export function useAdminColumns(now: string, onAct: (act: AdminAct) => void) {
  const t = useTranslations("admins");
  const locale = useLocale();
  return useMemo(
    () =>
      column.columns([
        column.accessor("displayName", {
          header: t("list.name"),
          meta: { card: "title" },
          cell: ({ row }) => <AdminName admin={row.original} />,
        }),
        column.accessor("role", {
          header: t("list.role"),
          meta: { width: "w-36" },
          cell: ({ getValue }) => <AdminRole role={getValue()} />,
        }),
        column.accessor("hasSecondFactor", {
          header: t("list.secondFactor"),
          meta: { width: "w-40" },
          cell: ({ getValue }) => (
            <Badge tone={getValue() ? "success" : "warning"}>{t(getValue() ? "factor.on" : "factor.off")}</Badge>
          ),
        }),
        column.accessor("lastSeenAt", {
          header: t("list.lastSeen"),
          meta: { width: "w-36" },
          cell: ({ getValue }) => {
            const at = getValue();
            if (!at) return <span className="text-muted-foreground">{t("list.never")}</span>;
            return <TimeAgo at={at} now={now} locale={locale} />;
          },
        }),
        column.display({
          id: "acts",
          meta: { card: "actions", align: "end" },
          header: () => <span className="sr-only">{t("list.acts")}</span>,
          cell: ({ row }) => <AdminMenu admin={row.original} onAct={onAct} />,
        }),
      ]),
    [t, locale, now, onAct],
  );
}
