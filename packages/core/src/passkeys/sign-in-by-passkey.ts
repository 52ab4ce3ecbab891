import { isProductError } from "@pronaflow/contract";
import { SignInByPasskeyInput } from "@pronaflow/contract/inputs/passkeys";
import type { Tx } from "@pronaflow/db";
import type { Entrant } from "../identity/admit-account.ts";
import { admitAccount } from "../identity/admit-account.ts";
import { enterAccount } from "../identity/enter-account.ts";
import { identityRates } from "../identity/identity-rates.ts";
import { guestCommand } from "../kernel/command.ts";
import type { RequestContext } from "../kernel/context.ts";
import { takeRateByAddress } from "../kernel/limiter.ts";
import { examinePasskey } from "./examine-passkey.ts";
import { PASSKEY_REFUSAL, spendPasskey } from "./spend-passkey.ts";

/**
 * Opens a session for a passkey. It verified its user, so it counts two factors and no second step is asked. One answer,
 * at one cost, for every reason it is refused: unknown, of an account that may not come in, wrong, or used before.
 * @throws PASSKEY_REFUSED, RATE_LIMITED.
 */
export const signInByPasskey = guestCommand({
  action: "session.created",
  attempt: "sign_in",
  input: SignInByPasskeyInput,
  async prepare({ ctx, input, attempt }) {
    await takeRateByAddress(ctx, identityRates.signInByAddress);
    const examined = await examinePasskey(ctx, input.response, null);
    attempt.accountId = examined.proven?.accountId ?? null;
    return examined;
  },
  async run({ tx, ctx, prepared: { challenge, proven }, attempt }) {
    const entrant = proven ? await admit(tx, ctx, proven.accountId) : null;
    const ceremony = { purpose: "SIGN_IN", accountId: null } as const;
    const spent = await spendPasskey(tx, ctx, ceremony, { challenge, proven: entrant && proven });
    if ("refusal" in spent) return spent;
    if (!entrant) return PASSKEY_REFUSAL;
    const entered = await enterAccount(tx, ctx, entrant, { way: "passkey", assurance: 2 }, attempt);
    const { change } = entered;
    return change ? { ...entered, change: { ...change, after: { ...change.after, ...spent } } } : entered;
  },
});

/** Null where the account may not come in: to the caller the same as a passkey that is wrong. */
async function admit(tx: Tx, ctx: RequestContext, accountId: string): Promise<Entrant | null> {
  try {
    return await admitAccount(tx, ctx, { accountId });
  } catch (error) {
    if (isProductError(error) && error.code === "INVALID_CREDENTIALS") return null;
    throw error;
  }
}
