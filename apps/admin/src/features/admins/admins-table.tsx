"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PagedTable } from "#features/lists/paged-table.tsx";
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
  return (
    <>
      <PagedTable
        caption={t("caption")}
        columns={columns}
        query={query}
        trail={state.trail}
        addressOf={(trail) => adminsAddress({ ...state, trail })}
        start="/admins"
        empty={<NoAdmins state={state} />}
        skeletonRows={5}
      />
      {act ? <RoleDialog act={act} onClose={() => setAct(null)} /> : null}
    </>
  );
}
