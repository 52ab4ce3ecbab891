import { ACCOUNT_STANDINGS } from "@pronaflow/contract/inputs/accounts";

/** What the address of the list says. The trail holds the cursor of each page up to this one; the last is this page's. */
export interface AccountsState {
  status: (typeof ACCOUNT_STANDINGS)[number] | null;
  q: string;
  trail: readonly string[];
}

export type AccountsSearchParams = Record<"status" | "q" | "cursor", string | string[] | undefined>;

// Keeps the address short; beyond it, back leads to the first page in the end.
const TRAIL_LENGTH = 20;
const Q_LENGTH = 100;

/** What an address asks for; what it says wrongly is read as not said. */
export function readAccountsState({ status, q, cursor }: Partial<AccountsSearchParams>): AccountsState {
  return {
    status: ACCOUNT_STANDINGS.find((known) => known.toLowerCase() === status) ?? null,
    q: (typeof q === "string" ? q : "").trim().slice(0, Q_LENGTH),
    trail: [cursor ?? []].flat().filter(isCursor).slice(-TRAIL_LENGTH),
  };
}

/** The address of a list. */
export function accountsAddress({ status, q, trail }: AccountsState): string {
  const params = new URLSearchParams();
  if (status) params.set("status", status.toLowerCase());
  if (q) params.set("q", q);
  for (const cursor of trail.slice(-TRAIL_LENGTH)) params.append("cursor", cursor);
  const query = params.toString();
  return query ? `/accounts?${query}` : "/accounts";
}

/** What the API is asked for. */
export function accountsInput({ status, q, trail }: AccountsState) {
  return { status: status ?? undefined, q: q || undefined, cursor: trail.at(-1) };
}

function isCursor(text: string): boolean {
  return /^[\w-]{1,200}$/.test(text);
}
