import type { Said } from "@pronaflow/app/lists/list-address.ts";
import { addressOf, readTrail } from "@pronaflow/app/lists/list-address.ts";
import { dayEnd, dayStart, isDay } from "./day-start.ts";
import type { Kind } from "./kinds.ts";
import { actionsOf, KINDS } from "./kinds.ts";

/** What of the log is asked for; days are those of the viewer's zone. */
export interface LogFilter {
  who: string | null;
  kind: Kind | null;
  from: string | null;
  to: string | null;
}

/** What the address says. */
export interface LogState {
  filter: LogFilter;
  trail: readonly string[];
}

export type LogSearchParams = Record<"who" | "kind" | "from" | "to" | "cursor", Said>;

export const NO_FILTER: LogFilter = { who: null, kind: null, from: null, to: null };

/** What an address asks for; what it says wrongly is read as not said. */
export function readLogState({ who, kind, from, to, cursor }: Partial<LogSearchParams>): LogState {
  return {
    filter: {
      who: typeof who === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(who) ? who : null,
      kind: KINDS.find((known) => known === kind) ?? null,
      from: typeof from === "string" && isDay(from) ? from : null,
      to: typeof to === "string" && isDay(to) ? to : null,
    },
    trail: readTrail(cursor),
  };
}

/** The part of the address after the workspace's. */
export function logAddress({ filter, trail }: LogState): string {
  const { who, kind, from, to } = filter;
  return addressOf("/log", { who, kind, from, to }, trail);
}

/** What the API is asked for, as a page or as a file. */
export function filterInput({ who, kind, from, to }: LogFilter, timeZone: string) {
  return {
    ...(who ? { actorId: who } : {}),
    ...(kind ? { actions: actionsOf(kind) } : {}),
    ...(from ? { from: dayStart(from, timeZone) } : {}),
    ...(to ? { to: dayEnd(to, timeZone) } : {}),
  };
}

/** What the API is asked for, as a page. */
export function pageInput(id: string, { filter, trail }: LogState, timeZone: string) {
  return { id, ...filterInput(filter, timeZone), cursor: trail.at(-1) };
}

/** What the API is asked for, of the person whose acts are shown. */
export function personInput(id: string, who: string | null) {
  return { id, actorId: who ?? undefined };
}
