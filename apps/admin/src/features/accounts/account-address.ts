import type { Said } from "@pronaflow/app/lists/list-address.ts";
import { addressOf, lower, readOne, readTrail, readWords } from "@pronaflow/app/lists/list-address.ts";
import { ACCOUNT_STANDINGS } from "@pronaflow/contract/inputs/accounts";

/** What the address of the list says. */
export interface AccountsState {
  status: (typeof ACCOUNT_STANDINGS)[number] | null;
  q: string;
  trail: readonly string[];
}

export type AccountsSearchParams = Record<"status" | "q" | "cursor", Said>;

/** What an address asks for; what it says wrongly is read as not said. */
export function readAccountsState({ status, q, cursor }: Partial<AccountsSearchParams>): AccountsState {
  return { status: readOne(ACCOUNT_STANDINGS, status), q: readWords(q), trail: readTrail(cursor) };
}

export function accountsAddress({ status, q, trail }: AccountsState): string {
  return addressOf("/accounts", { status: lower(status), q }, trail);
}

/** What the API is asked for. */
export function accountsInput({ status, q, trail }: AccountsState) {
  return { status: status ?? undefined, q: q || undefined, cursor: trail.at(-1) };
}
