import { INCIDENT_SEVERITIES, INCIDENT_STATES } from "@pronaflow/contract/inputs/incidents";

/** What the address of the queue says. The trail holds the cursor of each page up to this one; the last is this page's. */
export interface QueueState {
  state: (typeof INCIDENT_STATES)[number] | null;
  severity: (typeof INCIDENT_SEVERITIES)[number] | null;
  trail: readonly string[];
}

export type QueueSearchParams = Record<"state" | "severity" | "cursor", string | string[] | undefined>;

// Keeps the address short; beyond it, back leads to the first page in the end.
const TRAIL_LENGTH = 20;

/** What an address asks for; what it says wrongly is read as not said. */
export function readQueueState({ state, severity, cursor }: Partial<QueueSearchParams>): QueueState {
  return {
    state: INCIDENT_STATES.find((known) => known.toLowerCase() === state) ?? null,
    severity: INCIDENT_SEVERITIES.find((known) => known.toLowerCase() === severity) ?? null,
    trail: [cursor ?? []].flat().filter(isCursor).slice(-TRAIL_LENGTH),
  };
}

/** The address of a queue. */
export function queueAddress({ state, severity, trail }: QueueState): string {
  const params = new URLSearchParams();
  if (state) params.set("state", state.toLowerCase());
  if (severity) params.set("severity", severity.toLowerCase());
  for (const cursor of trail.slice(-TRAIL_LENGTH)) params.append("cursor", cursor);
  const query = params.toString();
  return query ? `/incidents?${query}` : "/incidents";
}

/** What the API is asked for. */
export function queueInput({ state, severity, trail }: QueueState) {
  return { state: state ?? undefined, severity: severity ?? undefined, cursor: trail.at(-1) };
}

function isCursor(text: string): boolean {
  return /^[\w-]{1,200}$/.test(text);
}
