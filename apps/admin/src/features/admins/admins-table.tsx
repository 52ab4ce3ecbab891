"use client";

import { ListFailed } from "@pronaflow/app/states/list-failed.tsx";
import { DataTable } from "@pronaflow/ui/data-table";
import { Pager } from "@pronaflow/ui/pager";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "#trpc/context.ts";
import type { AdminAct } from "./admin-act.ts";
import type { AdminsState } from "./admin-address.ts";
import { adminsAddress, adminsInput } from "./admin-address.ts";
import { NoAdmins } from "./no-admins.tsx";
import { RoleDialog } from "./role-dialog.tsx";
import { useAdminColumns } from "./use-admin-columns.tsx";

interface AdminsTableProps {
  state: AdminsState;
  /** The server's clock when it rendered, ISO 8601. */
  now: string;
}

export function AdminsTable({ state, now }: AdminsTableProps) {
  const t = useTranslations("admins.list");
  const [act, setAct] = useState<AdminAct | null>(null);
  const columns = useAdminColumns(now, setAct);
  const query = useQuery(useTRPC().admins.list.queryOptions(adminsInput(state)));
  const { trail } = state;
  const nextCursor = query.data?.nextCursor ?? null;
  const hasPages = trail.length > 0 || nextCursor !== null;
  return (
    <>
      <DataTable
        caption={t("caption")}
        columns={columns}
        rows={query.data?.items}
        rowId={({ id }) => id}
        empty={<NoAdmins state={state} />}
        error={
          query.isError ? (
            <ListFailed
              error={query.error}
              start={{ href: "/admins", label: t("firstPage") }}
              onRetry={() => void query.refetch()}
            />
          ) : undefined
        }
        skeletonRows={5}
        pager={
          hasPages ? (
            <Pager
              as={Link}
              labels={{ pages: t("pages"), previous: t("previous"), next: t("next") }}
              summary={t("page", { number: trail.length + 1 })}
              previousHref={trail.length > 0 ? adminsAddress({ ...state, trail: trail.slice(0, -1) }) : null}
              nextHref={nextCursor === null ? null : adminsAddress({ ...state, trail: [...trail, nextCursor] })}
            />
          ) : undefined
        }
      />
      {act ? <RoleDialog act={act} onClose={() => setAct(null)} /> : null}
    </>
  );
}
