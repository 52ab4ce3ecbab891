"use client";

import { useTranslations } from "next-intl";
import { NO_TIME, TableLoading } from "#features/lists/table-loading.tsx";
import { useWorkspaceColumns } from "./use-workspace-columns.tsx";

/** The list before its rows. */
export function WorkspacesLoading() {
  return (
    <TableLoading caption={useTranslations("workspaces.list")("caption")} columns={useWorkspaceColumns(NO_TIME)} />
  );
}
