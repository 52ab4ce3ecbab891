import { WORKSPACE_FILTERS } from "@pronaflow/contract/inputs/workspaces";

export type WorkspaceFilter = (typeof WORKSPACE_FILTERS)[number];

/** What the address of the list says. The trail holds the cursor of each page up to this one; the last is this page's. */
export interface ListState {
  filter: WorkspaceFilter;
  q: string;
  trail: readonly string[];
}

export type ListSearchParams = Record<"filter" | "q" | "cursor", string | string[] | undefined>;

// Keeps the address short; beyond it, back leads to the first page in the end.
const TRAIL_LENGTH = 20;
const Q_LENGTH = 100;

/** What an address asks for; what it says wrongly is read as not said. */
export function readListState({ filter, q, cursor }: Partial<ListSearchParams>): ListState {
  return {
    filter: WORKSPACE_FILTERS.find((known) => known === filter) ?? "all",
    q: (typeof q === "string" ? q : "").trim().slice(0, Q_LENGTH),
    trail: [cursor ?? []].flat().filter(isCursor).slice(-TRAIL_LENGTH),
  };
}

/** The address of a list. */
export function listAddress({ filter, q, trail }: ListState): string {
  const params = new URLSearchParams();
  if (filter !== "all") params.set("filter", filter);
  if (q) params.set("q", q);
  for (const cursor of trail.slice(-TRAIL_LENGTH)) params.append("cursor", cursor);
  const query = params.toString();
  return query ? `/workspaces?${query}` : "/workspaces";
}

/** What the API is asked for. */
export function listInput({ filter, q, trail }: ListState) {
  return { filter, q: q || undefined, cursor: trail.at(-1) };
}

function isCursor(text: string): boolean {
  return /^[\w-]{1,200}$/.test(text);
}
