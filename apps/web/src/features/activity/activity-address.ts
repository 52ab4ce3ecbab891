import type { ActivityFilter } from "@pronaflow/contract/inputs/account";

/** What the address says. The trail holds the cursor of each page up to this one; the last is this page's. */
export interface ActivityState {
  filter: ActivityFilter;
  trail: readonly string[];
}

export type ActivitySearchParams = Record<"show" | "cursor", string | string[] | undefined>;

/** The filters in their order. Not the contract's own list: with it comes zod. */
export const FILTERS = ["all", "sign_ins", "security", "account"] as const satisfies readonly ActivityFilter[];

// Keeps the address short; beyond it, back leads to the newest in the end.
const TRAIL_LENGTH = 20;

/** What an address asks for; what it says wrongly is read as not said. */
export function readActivityState({ show, cursor }: Partial<ActivitySearchParams>): ActivityState {
  return {
    filter: FILTERS.find((known) => known === show) ?? "all",
    trail: [cursor ?? []].flat().filter(isCursor).slice(-TRAIL_LENGTH),
  };
}

export function activityAddress({ filter, trail }: ActivityState): string {
  const params = new URLSearchParams();
  if (filter !== "all") params.set("show", filter);
  for (const cursor of trail.slice(-TRAIL_LENGTH)) params.append("cursor", cursor);
  const query = params.toString();
  return query ? `/account/activity?${query}` : "/account/activity";
}

/** What the API is asked for. */
export function activityInput({ filter, trail }: ActivityState) {
  return { filter, cursor: trail.at(-1) };
}

function isCursor(text: string): boolean {
  return /^[\w-]{1,200}$/.test(text);
}
