import { WORKSPACE_FILTERS } from "@pronaflow/contract/inputs/workspaces";

export type WorkspaceFilter = (typeof WORKSPACE_FILTERS)[number];

/** What the list shows, as its address holds it. `trail`: the cursors of the pages gone through, the present one last. */
export interface ListView {
  filter: WorkspaceFilter;
  q: string;
  trail: string[];
}

export type ListParams = Record<string, string | string[] | undefined>;

const TRAIL_LIMIT = 100;

/** Reads a view from an address; what makes no sense is left out. */
export function viewOf(params: ListParams): ListView {
  const one = (name: string) => (typeof params[name] === "string" ? params[name] : "");
  const filter = WORKSPACE_FILTERS.find((known) => known === one("filter")) ?? "all";
  return { filter, q: one("q").slice(0, 100), trail: one("pages").split("~").filter(isCursor).slice(-TRAIL_LIMIT) };
}

/** The address of a view. */
export function addressOf({ filter, q, trail }: ListView): string {
  const params = new URLSearchParams();
  if (filter !== "all") params.set("filter", filter);
  if (q) params.set("q", q);
  if (trail.length > 0) params.set("pages", trail.join("~"));
  const query = params.toString();
  return query ? `/workspaces?${query}` : "/workspaces";
}

function isCursor(text: string): boolean {
  return /^[\w-]{1,200}$/.test(text);
}
