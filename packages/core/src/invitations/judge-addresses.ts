import { normaliseEmail } from "@pronaflow/contract";
import { EmailAddress } from "@pronaflow/contract/inputs/identity";
import type { InvitedOutcome } from "@pronaflow/contract/outputs/invitations";

/** One address as it was given, and what can be said of it so far. */
export interface JudgedAddress {
  given: string;
  /** Null where it is none. */
  email: string | null;
  emailNormal: string | null;
  /** Null while nothing speaks against it. */
  outcome: InvitedOutcome | null;
}

/** What the addresses say by themselves: which are none, and which stand in the list twice. */
export function judgeAddresses(given: readonly string[]): JudgedAddress[] {
  const seen = new Set<string>();
  return given.map((typed) => {
    const parsed = EmailAddress.safeParse(typed);
    if (!parsed.success) return { given: typed, email: null, emailNormal: null, outcome: "invalid_address" };
    const email = parsed.data;
    const emailNormal = normaliseEmail(email);
    const outcome = seen.has(emailNormal) ? ("duplicate" as const) : null;
    seen.add(emailNormal);
    return { given: typed, email, emailNormal, outcome };
  });
}
