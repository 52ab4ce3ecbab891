"use client";

import { DataTable } from "@pronaflow/ui/data-table";
import { useTranslations } from "next-intl";
import { useAdminColumns } from "./use-admin-columns.tsx";

const ROWS = 5;
// No row shows a time, or has a button, while none is there.
const NO_TIME = "1970-01-01T00:00:00.000Z";
const nothing = () => {};

/** The list before its rows. */
export function AdminsLoading() {
  const t = useTranslations("admins.list");
  const columns = useAdminColumns(NO_TIME, nothing);
  return (
    <DataTable
      caption={t("caption")}
      columns={columns}
      rows={undefined}
      rowId={({ id }) => id}
      empty={null}
      skeletonRows={ROWS}
    />
  );
}
