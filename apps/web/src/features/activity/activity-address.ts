import type { Said } from "@pronaflow/app/lists/list-address.ts";
import { addressOf, readTrail } from "@pronaflow/app/lists/list-address.ts";
import type { ActivityFilter } from "@pronaflow/contract/inputs/account";

/** What the address says. */
export interface ActivityState {
  filter: ActivityFilter;
  trail: readonly string[];
}

export type ActivitySearchParams = Record<"show" | "cursor", Said>;

/** The filters in their order. Not the contract's own list: with it comes zod. */
export const FILTERS = ["all", "sign_ins", "security", "account"] as const satisfies readonly ActivityFilter[];

/** What an address asks for; what it says wrongly is read as not said. */
export function readActivityState({ show, cursor }: Partial<ActivitySearchParams>): ActivityState {
  return {
    filter: FILTERS.find((known) => known === show) ?? "all",
    trail: readTrail(cursor),
  };
}

export function activityAddress({ filter, trail }: ActivityState): string {
  return addressOf("/account/activity", { show: filter === "all" ? null : filter }, trail);
}

/** What the API is asked for. */
export function activityInput({ filter, trail }: ActivityState) {
  return { filter, cursor: trail.at(-1) };
}
