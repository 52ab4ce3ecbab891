import type { Said } from "@pronaflow/app/lists/list-address.ts";
import { addressOf, readTrail, readWords } from "@pronaflow/app/lists/list-address.ts";
import type { Role } from "@pronaflow/contract";
import { ROLES } from "@pronaflow/contract";

const STATES = ["ACTIVE", "DEACTIVATED"] as const;

/** What the address of the members says. */
export interface MembersState {
  q: string;
  role: Role | null;
  state: (typeof STATES)[number] | null;
  trail: readonly string[];
}

export type MembersSearchParams = Partial<Record<"q" | "role" | "state" | "cursor", Said>>;

/** What an address asks for; what it says wrongly is read as not said. */
export function readMembersState({ q, role, state, cursor }: MembersSearchParams): MembersState {
  return {
    q: readWords(q),
    role: ROLES.find((known) => known === role) ?? null,
    state: STATES.find((known) => known === state) ?? null,
    trail: readTrail(cursor),
  };
}

/** The address of a list of members. */
export function membersAddress(slug: string, { q, role, state, trail }: MembersState): string {
  return addressOf(`/w/${slug}/members`, { q, role, state }, trail);
}

/** What the API is asked for. */
export function membersInput(id: string, { q, role, state, trail }: MembersState) {
  return { id, q: q || undefined, role: role ?? undefined, state: state ?? undefined, cursor: trail.at(-1) };
}
