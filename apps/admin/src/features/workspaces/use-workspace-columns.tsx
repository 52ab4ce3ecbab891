"use client";

import type { SystemWorkspace } from "@pronaflow/contract/outputs/workspaces";
import { columnsFor } from "@pronaflow/ui/table-columns";
import { TextLink } from "@pronaflow/ui/text-link";
import { TimeAgo } from "@pronaflow/ui/time-ago";
import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { WorkspaceState } from "./workspace-state.tsx";

const column = columnsFor<SystemWorkspace>();

/** The columns of the workspaces; `now` is the server's clock when it rendered. */
export function useWorkspaceColumns(now: string) {
  const t = useTranslations("workspaces.list");
  const format = useFormatter();
  const locale = useLocale();
  return useMemo(() => {
    const when = (at: string | null) => (at ? <TimeAgo at={at} now={now} locale={locale} /> : t("never"));
    return column.columns([
      column.accessor("name", {
        header: t("name"),
        meta: { card: "title" },
        cell: ({ row }) => (
          <TextLink asChild>
            <Link href={`/workspaces/${row.original.id}`} prefetch={false} title={row.original.name}>
              {row.original.name}
            </Link>
          </TextLink>
        ),
      }),
      column.accessor("slug", {
        header: t("slug"),
        cell: ({ getValue }) => <span className="font-mono text-xs">{getValue()}</span>,
      }),
      column.accessor("state", {
        header: t("state"),
        meta: { width: "w-44" },
        cell: ({ row }) => <WorkspaceState workspace={row.original} now={now} />,
      }),
      column.accessor("owners", { header: t("owners"), cell: ({ getValue }) => <Owners owners={getValue()} /> }),
      column.accessor("memberCount", {
        header: t("memberCount"),
        meta: { align: "end", width: "w-20" },
        cell: ({ getValue }) => <span className="tabular-nums">{format.number(getValue())}</span>,
      }),
      column.accessor("createdAt", {
        header: t("createdAt"),
        meta: { width: "w-32" },
        cell: ({ getValue }) => when(getValue()),
      }),
      column.accessor("finalAt", {
        header: t("finalAt"),
        meta: { width: "w-36" },
        cell: ({ row: { original } }) => (original.isHeld && original.finalAt ? t("kept") : when(original.finalAt)),
      }),
    ]);
  }, [t, format, locale, now]);
}

function Owners({ owners }: { owners: SystemWorkspace["owners"] }) {
  const t = useTranslations("workspaces.list");
  const [first, ...others] = owners;
  if (!first) return <span className="text-muted-foreground">{t("noOwner")}</span>;
  const names =
    others.length > 0 ? t("moreOwners", { name: first.displayName, count: others.length }) : first.displayName;
  return <span title={owners.map(({ displayName, email }) => `${displayName} <${email}>`).join("\n")}>{names}</span>;
}
