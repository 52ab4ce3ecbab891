"use client";

import type { SystemWorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { DataTable } from "@pronaflow/ui/data-table";
import { EmptyState } from "@pronaflow/ui/empty-state";
import { columnsFor } from "@pronaflow/ui/table-columns";
import { TimeAgo } from "@pronaflow/ui/time-ago";
import { UsersRound } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";

const column = columnsFor<SystemWorkspaceDetail["members"][number]>();

/** Who is in the workspace, its owners first; long lists are cut and say so. */
export function WorkspaceMembers({ workspace, now }: { workspace: SystemWorkspaceDetail; now: string }) {
  const t = useTranslations("workspaces.detail");
  const role = useTranslations("access.role");
  const locale = useLocale();
  const { members, memberCount } = workspace;
  const columns = useMemo(
    () =>
      column.columns([
        column.accessor("displayName", { header: t("person"), meta: { card: "title" } }),
        column.accessor("email", {
          header: t("email"),
          cell: ({ getValue }) => <span title={getValue()}>{getValue()}</span>,
        }),
        column.accessor("role", { header: t("role"), cell: ({ getValue }) => role(getValue()) }),
        column.accessor("joinedAt", {
          header: t("joinedAt"),
          cell: ({ getValue }) => <TimeAgo at={getValue()} now={now} locale={locale} />,
        }),
      ]),
    [t, role, locale, now],
  );
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h2 className="font-semibold text-base">{t("members")}</h2>
        {memberCount > members.length ? (
          <p className="text-muted-foreground">{t("membersShown", { shown: members.length, count: memberCount })}</p>
        ) : null}
      </div>
      <DataTable
        caption={t("members")}
        columns={columns}
        rows={members}
        rowId={({ id }) => id}
        empty={<EmptyState icon={<UsersRound aria-hidden />} title={t("noMembers")} />}
      />
    </section>
  );
}
