import type { Said } from "@pronaflow/app/lists/list-address.ts";
import { addressOf, readTrail, readWords } from "@pronaflow/app/lists/list-address.ts";
import { WORKSPACE_FILTERS } from "@pronaflow/contract/inputs/workspaces";

export type WorkspaceFilter = (typeof WORKSPACE_FILTERS)[number];

/** What the address of the list says. */
export interface WorkspacesState {
  filter: WorkspaceFilter;
  q: string;
  trail: readonly string[];
}

export type WorkspacesSearchParams = Record<"filter" | "q" | "cursor", Said>;

/** What an address asks for; what it says wrongly is read as not said. */
export function readWorkspacesState({ filter, q, cursor }: Partial<WorkspacesSearchParams>): WorkspacesState {
  return {
    filter: WORKSPACE_FILTERS.find((known) => known === filter) ?? "all",
    q: readWords(q),
    trail: readTrail(cursor),
  };
}

export function workspacesAddress({ filter, q, trail }: WorkspacesState): string {
  return addressOf("/workspaces", { filter: filter === "all" ? null : filter, q }, trail);
}

/** What the API is asked for. */
export function workspacesInput({ filter, q, trail }: WorkspacesState) {
  return { filter, q: q || undefined, cursor: trail.at(-1) };
}
