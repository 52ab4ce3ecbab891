"use client";

import { useTranslations } from "next-intl";
import { NO_TIME, TableLoading } from "#features/lists/table-loading.tsx";
import { useIncidentColumns } from "./use-incident-columns.tsx";

/** The queue before its rows. */
export function IncidentsLoading() {
  return <TableLoading caption={useTranslations("incidents.list")("caption")} columns={useIncidentColumns(NO_TIME)} />;
}
