import type { Role } from "@pronaflow/contract";
import { ROLES } from "@pronaflow/contract";

const STATES = ["ACTIVE", "DEACTIVATED"] as const;

/** What the address of the members says. The trail holds the cursor of each page up to this one; the last is this page's. */
export interface MembersState {
  q: string;
  role: Role | null;
  state: (typeof STATES)[number] | null;
  trail: readonly string[];
}

export type MembersSearchParams = Partial<Record<"q" | "role" | "state" | "cursor", string | string[]>>;

// Keeps the address short; beyond it, back leads to the first page in the end.
const TRAIL_LENGTH = 20;
const Q_LENGTH = 100;

/** What an address asks for; what it says wrongly is read as not said. */
export function readMembersState({ q, role, state, cursor }: MembersSearchParams): MembersState {
  return {
    q: (typeof q === "string" ? q : "").trim().slice(0, Q_LENGTH),
    role: ROLES.find((known) => known === role) ?? null,
    state: STATES.find((known) => known === state) ?? null,
    trail: [cursor ?? []].flat().filter(isCursor).slice(-TRAIL_LENGTH),
  };
}

/** The address of a list of members. */
export function membersAddress(slug: string, { q, role, state, trail }: MembersState): string {
  const params = new URLSearchParams();
  if (q) params.set("q", q);
  if (role) params.set("role", role);
  if (state) params.set("state", state);
  for (const cursor of trail.slice(-TRAIL_LENGTH)) params.append("cursor", cursor);
  const query = params.toString();
  return query ? `/w/${slug}/members?${query}` : `/w/${slug}/members`;
}

/** What the API is asked for. */
export function membersInput(id: string, { q, role, state, trail }: MembersState) {
  return { id, q: q || undefined, role: role ?? undefined, state: state ?? undefined, cursor: trail.at(-1) };
}

function isCursor(text: string): boolean {
  return /^[\w-]{1,200}$/.test(text);
}
