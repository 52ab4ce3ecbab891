"use client";

import { DataTable } from "@pronaflow/ui/data-table";
import { useTranslations } from "next-intl";
import { useAccountColumns } from "./use-account-columns.tsx";

const ROWS = 10;
// No row shows a time while none is there.
const NO_TIME = "1970-01-01T00:00:00.000Z";

/** The list before its rows. */
export function AccountsLoading() {
  const t = useTranslations("accounts.list");
  const columns = useAccountColumns(NO_TIME);
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
