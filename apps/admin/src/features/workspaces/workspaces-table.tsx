"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { PagedTable } from "#features/lists/paged-table.tsx";
import { useTRPC } from "#trpc/context.ts";
import { NoWorkspaces } from "./no-workspaces.tsx";
import { useWorkspaceColumns } from "./use-workspace-columns.tsx";
import type { WorkspacesState } from "./workspace-address.ts";
import { workspacesAddress, workspacesInput } from "./workspace-address.ts";

interface WorkspacesTableProps {
  state: WorkspacesState;
  /** The server's clock when it rendered, ISO 8601. */
  now: string;
}

export function WorkspacesTable({ state, now }: WorkspacesTableProps) {
  const t = useTranslations("workspaces.list");
  const columns = useWorkspaceColumns(now);
  const query = useQuery(useTRPC().workspaces.list.queryOptions(workspacesInput(state)));
  return (
    <PagedTable
      caption={t("caption")}
      columns={columns}
      query={query}
      trail={state.trail}
      addressOf={(trail) => workspacesAddress({ ...state, trail })}
      start="/workspaces"
      empty={<NoWorkspaces state={state} />}
    />
  );
}
