"use client";

import type { SystemWorkspace, SystemWorkspacePage } from "@pronaflow/contract/outputs/workspaces";
import { DataTable } from "@pronaflow/ui/data-table";
import { columnsFor } from "@pronaflow/ui/table-columns";
import { TextLink } from "@pronaflow/ui/text-link";
import { TimeAgo } from "@pronaflow/ui/time-ago";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useMemo } from "react";
import { StateBadge } from "./state-badge.tsx";

interface WorkspacesTableProps {
  page: SystemWorkspacePage | undefined;
  now: string;
  empty: ReactNode;
  pager?: ReactNode;
}

/** Workspaces, one a row; cards below 640 px. */
export function WorkspacesTable({ page, now, empty, pager }: WorkspacesTableProps) {
  const t = useTranslations("workspaces");
  return (
    <DataTable
      caption={t("title")}
      columns={useColumns(now)}
      rows={page?.items}
      rowId={(row) => row.id}
      empty={empty}
      skeletonRows={10}
      pager={pager}
    />
  );
}

function useColumns(now: string) {
  const t = useTranslations("workspaces");
  const locale = useLocale();
  return useMemo(() => {
    const column = columnsFor<SystemWorkspace>();
    return column.columns([
      column.accessor("name", {
        header: t("name"),
        meta: { card: "title" },
        cell: ({ row: { original } }) => (
          <span className="grid min-w-0">
            <TextLink asChild>
              <Link href={`/workspaces/${original.id}`}>{original.name}</Link>
            </TextLink>
            <span className="truncate text-muted-foreground">{original.slug}</span>
          </span>
        ),
      }),
      column.accessor("owners", {
        header: t("owners"),
        cell: ({ row: { original } }) => ownersOf(original) || t("noOwner"),
      }),
      column.accessor("memberCount", { header: t("members"), meta: { align: "end", width: "w-24" } }),
      column.accessor("state", {
        header: t("state"),
        meta: { width: "w-40" },
        cell: ({ row: { original } }) => <StateBadge workspace={original} now={now} />,
      }),
      column.accessor("createdAt", {
        header: t("created"),
        meta: { width: "w-36" },
        cell: ({ row: { original } }) => <TimeAgo at={original.createdAt} now={now} locale={locale} />,
      }),
    ]);
  }, [t, locale, now]);
}

function ownersOf({ owners }: SystemWorkspace): string {
  return owners.map((owner) => owner.email).join(", ");
}
