"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { PagedTable } from "#features/lists/paged-table.tsx";
import { useTRPC } from "#trpc/context.ts";
import type { ListState } from "./list-address.ts";
import { listAddress, listInput } from "./list-address.ts";
import { NoWorkspaces } from "./no-workspaces.tsx";
import { useWorkspaceColumns } from "./use-workspace-columns.tsx";

interface WorkspacesTableProps {
  state: ListState;
  /** The server's clock when it rendered, ISO 8601. */
  now: string;
}

export function WorkspacesTable({ state, now }: WorkspacesTableProps) {
  const t = useTranslations("workspaces.list");
  const columns = useWorkspaceColumns(now);
  const query = useQuery(useTRPC().workspaces.list.queryOptions(listInput(state)));
  return (
    <PagedTable
      caption={t("caption")}
      columns={columns}
      query={query}
      trail={state.trail}
      addressOf={(trail) => listAddress({ ...state, trail })}
      start="/workspaces"
      empty={<NoWorkspaces state={state} />}
    />
  );
}
