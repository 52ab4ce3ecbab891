import type { Said } from "@pronaflow/app/lists/list-address.ts";
import { addressOf, lower, readOne, readTrail } from "@pronaflow/app/lists/list-address.ts";
import { INCIDENT_SEVERITIES, INCIDENT_STATES } from "@pronaflow/contract/inputs/incidents";

/** What the address of the queue says. */
export interface QueueState {
  state: (typeof INCIDENT_STATES)[number] | null;
  severity: (typeof INCIDENT_SEVERITIES)[number] | null;
  trail: readonly string[];
}

export type QueueSearchParams = Record<"state" | "severity" | "cursor", Said>;

/** What an address asks for; what it says wrongly is read as not said. */
export function readQueueState({ state, severity, cursor }: Partial<QueueSearchParams>): QueueState {
  return {
    state: readOne(INCIDENT_STATES, state),
    severity: readOne(INCIDENT_SEVERITIES, severity),
    trail: readTrail(cursor),
  };
}

export function queueAddress({ state, severity, trail }: QueueState): string {
  return addressOf("/incidents", { state: lower(state), severity: lower(severity) }, trail);
}

/** What the API is asked for. */
export function queueInput({ state, severity, trail }: QueueState) {
  return { state: state ?? undefined, severity: severity ?? undefined, cursor: trail.at(-1) };
}
