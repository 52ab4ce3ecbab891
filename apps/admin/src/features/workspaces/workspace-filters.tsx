"use client";

import { WORKSPACE_FILTERS } from "@pronaflow/contract/inputs/workspaces";
import { useTranslations } from "next-intl";
import { ListFilters } from "#features/lists/list-filters.tsx";
import type { WorkspacesState } from "./workspace-address.ts";
import { workspacesAddress } from "./workspace-address.ts";

/** Which workspaces are listed. */
export function WorkspaceFilters({ state }: { state: WorkspacesState }) {
  const t = useTranslations("workspaces.list");
  return (
    <ListFilters
      views={WORKSPACE_FILTERS.map((filter) => ({
        href: workspacesAddress({ ...state, filter, trail: [] }),
        label: t(`filter.${filter}`),
        isCurrent: filter === state.filter,
      }))}
      q={state.q}
      addressOf={(q) => workspacesAddress({ ...state, q, trail: [] })}
      words={{ filters: t("filters"), search: t("search"), clear: t("clear"), placeholder: t("placeholder") }}
    />
  );
}
