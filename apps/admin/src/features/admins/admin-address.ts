import { CONSOLE_ROLES } from "@pronaflow/contract/inputs/admins";

/** What the address of the list says. The trail holds the cursor of each page up to this one; the last is this page's. */
export interface AdminsState {
  role: (typeof CONSOLE_ROLES)[number] | null;
  q: string;
  trail: readonly string[];
}

export type AdminsSearchParams = Record<"role" | "q" | "cursor", string | string[] | undefined>;

// Keeps the address short; beyond it, back leads to the first page in the end.
const TRAIL_LENGTH = 20;
const Q_LENGTH = 100;

/** What an address asks for; what it says wrongly is read as not said. */
export function readAdminsState({ role, q, cursor }: Partial<AdminsSearchParams>): AdminsState {
  return {
    role: CONSOLE_ROLES.find((known) => known.toLowerCase() === role) ?? null,
    q: (typeof q === "string" ? q : "").trim().slice(0, Q_LENGTH),
    trail: [cursor ?? []].flat().filter(isCursor).slice(-TRAIL_LENGTH),
  };
}

/** The address of a list. */
export function adminsAddress({ role, q, trail }: AdminsState): string {
  const params = new URLSearchParams();
  if (role) params.set("role", role.toLowerCase());
  if (q) params.set("q", q);
  for (const cursor of trail.slice(-TRAIL_LENGTH)) params.append("cursor", cursor);
  const query = params.toString();
  return query ? `/admins?${query}` : "/admins";
}

/** What the API is asked for. */
export function adminsInput({ role, q, trail }: AdminsState) {
  return { role: role ?? undefined, q: q || undefined, cursor: trail.at(-1) };
}

function isCursor(text: string): boolean {
  return /^[\w-]{1,200}$/.test(text);
}
