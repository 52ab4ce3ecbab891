"use client";

import type { Member } from "@pronaflow/contract/outputs/members";
import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { Badge } from "@pronaflow/ui/badge";
import { columnsFor } from "@pronaflow/ui/table-columns";
import { TimeAgo } from "@pronaflow/ui/time-ago";
import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import type { MemberAct } from "./member-act.ts";
import { MemberMenu } from "./member-menu.tsx";
import { MemberName } from "./member-name.tsx";

const column = columnsFor<Member>();

interface MemberColumns {
  workspace: WorkspaceDetail;
  /** The server's clock when it rendered, ISO 8601. */
  now: string;
  onAct: (act: MemberAct) => void;
}

/** The columns of the members. */
export function useMemberColumns({ workspace, now, onAct }: MemberColumns) {
  const t = useTranslations("members");
  const role = useTranslations("access.role");
  const locale = useLocale();
  return useMemo(
    () =>
      column.columns([
        column.accessor("displayName", {
          header: t("name"),
          meta: { card: "title" },
          cell: ({ row }) => <MemberName member={row.original} />,
        }),
        column.accessor("email", { header: t("email") }),
        column.accessor("role", {
          header: t("role"),
          meta: { width: "w-28" },
          cell: ({ getValue }) => <Badge>{role(getValue())}</Badge>,
        }),
        column.accessor("state", {
          header: t("state"),
          meta: { width: "w-32" },
          cell: ({ getValue }) => (
            <Badge tone={getValue() === "ACTIVE" ? "success" : "warning"}>{t(`stateOf.${getValue()}`)}</Badge>
          ),
        }),
        column.accessor("joinedAt", {
          header: t("joined"),
          meta: { width: "w-36" },
          cell: ({ getValue }) => <TimeAgo at={getValue()} now={now} locale={locale} />,
        }),
        column.accessor("endsAt", {
          header: t("ends"),
          meta: { width: "w-36" },
          cell: ({ row: { original } }) =>
            original.endsAt ? <TimeAgo at={original.endsAt} now={now} locale={locale} /> : t("never"),
        }),
        column.display({
          id: "acts",
          meta: { card: "actions", align: "end" },
          header: () => <span className="sr-only">{t("acts")}</span>,
          cell: ({ row }) => <MemberMenu workspace={workspace} member={row.original} onAct={onAct} />,
        }),
      ]),
    [t, role, locale, now, workspace, onAct],
  );
}
