"use client";

import { useTranslations } from "next-intl";
import { NO_TIME, TableLoading } from "#features/lists/table-loading.tsx";
import { useAccountColumns } from "./use-account-columns.tsx";

/** The list before its rows. */
export function AccountsLoading() {
  return <TableLoading caption={useTranslations("accounts.list")("caption")} columns={useAccountColumns(NO_TIME)} />;
}
