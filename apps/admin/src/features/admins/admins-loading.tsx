"use client";

import { useTranslations } from "next-intl";
import { NO_TIME, TableLoading } from "#features/lists/table-loading.tsx";
import { useAdminColumns } from "./use-admin-columns.tsx";

const nothing = () => {};

/** The list before its rows. */
export function AdminsLoading() {
  return (
    <TableLoading
      caption={useTranslations("admins.list")("caption")}
      columns={useAdminColumns(NO_TIME, nothing)}
      skeletonRows={5}
    />
  );
}
