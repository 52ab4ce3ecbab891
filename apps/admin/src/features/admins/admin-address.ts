import type { Said } from "@pronaflow/app/lists/list-address.ts";
import { addressOf, lower, readOne, readTrail, readWords } from "@pronaflow/app/lists/list-address.ts";
import { CONSOLE_ROLES } from "@pronaflow/contract/inputs/admins";

/** What the address of the list says. */
export interface AdminsState {
  role: (typeof CONSOLE_ROLES)[number] | null;
  q: string;
  trail: readonly string[];
}

export type AdminsSearchParams = Record<"role" | "q" | "cursor", Said>;

/** What an address asks for; what it says wrongly is read as not said. */
export function readAdminsState({ role, q, cursor }: Partial<AdminsSearchParams>): AdminsState {
  return { role: readOne(CONSOLE_ROLES, role), q: readWords(q), trail: readTrail(cursor) };
}

export function adminsAddress({ role, q, trail }: AdminsState): string {
  return addressOf("/admins", { role: lower(role), q }, trail);
}

/** What the API is asked for. */
export function adminsInput({ role, q, trail }: AdminsState) {
  return { role: role ?? undefined, q: q || undefined, cursor: trail.at(-1) };
}
