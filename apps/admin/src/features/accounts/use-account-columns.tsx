"use client";

import type { ListedAccount } from "@pronaflow/contract/outputs/accounts";
import { Avatar } from "@pronaflow/ui/avatar";
import { columnsFor } from "@pronaflow/ui/table-columns";
import { TextLink } from "@pronaflow/ui/text-link";
import { TimeAgo } from "@pronaflow/ui/time-ago";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { AdminRole } from "#features/admins/admin-role.tsx";
import { AccountStatus } from "./account-status.tsx";

const column = columnsFor<ListedAccount>();

/** The columns of the list; `now` is the server's clock when it rendered. */
export function useAccountColumns(now: string) {
  const t = useTranslations("accounts.list");
  const locale = useLocale();
  return useMemo(
    () =>
      column.columns([
        column.accessor("displayName", {
          header: t("name"),
          meta: { card: "title" },
          cell: ({ row: { original } }) => <Person account={original} />,
        }),
        column.accessor("username", {
          header: t("username"),
          cell: ({ getValue }) => <span title={getValue()}>{getValue()}</span>,
        }),
        column.accessor("status", {
          header: t("status"),
          meta: { width: "w-36" },
          cell: ({ getValue }) => <AccountStatus status={getValue()} />,
        }),
        column.accessor("role", {
          header: t("role"),
          meta: { width: "w-36" },
          cell: ({ getValue }) => <AdminRole role={getValue()} />,
        }),
        column.accessor("createdAt", {
          header: t("createdAt"),
          meta: { width: "w-36" },
          cell: ({ getValue }) => <TimeAgo at={getValue()} now={now} locale={locale} />,
        }),
      ]),
    [t, locale, now],
  );
}

function Person({ account: { id, displayName, email } }: { account: ListedAccount }) {
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      <Avatar name={displayName} seed={id} />
      <span className="grid min-w-0">
        <TextLink asChild>
          <Link href={`/accounts/${id}`} prefetch={false} className="truncate" title={displayName}>
            {displayName}
          </Link>
        </TextLink>
        <span className="truncate font-normal text-muted-foreground text-xs" title={email}>
          {email}
        </span>
      </span>
    </span>
  );
}
