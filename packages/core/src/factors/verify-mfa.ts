import { hashToken } from "@pronaflow/auth";
import { fail } from "@pronaflow/contract";
import { VerifyMfaInput } from "@pronaflow/contract/inputs/factors";
import type { MfaVerified } from "@pronaflow/contract/outputs/factors";
import { trustDevice } from "../devices/trust-device.ts";
import { admitAccount } from "../identity/admit-account.ts";
import type { Entered } from "../identity/enter-account.ts";
import { enterAccount } from "../identity/enter-account.ts";
import { guestCommand } from "../kernel/command.ts";
import { takeRateByAddress } from "../kernel/limiter.ts";
import { chargeChallenge } from "./charge-challenge.ts";
import { consumeChallenge } from "./consume-challenge.ts";
import { examineFactor } from "./examine-factor.ts";
import { findChallenge } from "./queries.ts";
import { factorByAddress, isLow } from "./rules.ts";
import type { SpentFactor } from "./spend-factor.ts";
import { spendFactor } from "./spend-factor.ts";

/**
 * The second step of a sign-in: an app's code or a backup code, for a session of two factors. Five wrong ones end the
 * challenge. With `trustDevice` the user app spares this browser the second step for 30 days.
 * @throws FACTOR_WRONG with `triesLeft`, CHALLENGE_GONE where it ran out, was used, met five wrong codes or belongs to
 *   the other app, INVALID_CREDENTIALS where the account may not come in any more, RATE_LIMITED, BUSY.
 */
export const verifyMfa = guestCommand({
  action: "session.created",
  attempt: "second_factor",
  input: VerifyMfaInput,
  async prepare({ ctx, input, attempt }) {
    await takeRateByAddress(ctx, factorByAddress);
    const tokenHash = hashToken(input.challengeId);
    const { accountId } = (await findChallenge(ctx, tokenHash)) ?? fail("CHALLENGE_GONE");
    attempt.accountId = accountId;
    return { tokenHash, accountId, factor: await examineFactor(ctx, accountId, input) };
  },
  async run({ tx, ctx, input, prepared, attempt }) {
    const { tokenHash, accountId, factor } = prepared;
    const entrant = await admitAccount(tx, ctx, { accountId });
    const spent = await spendFactor(tx, ctx, accountId, factor);
    if ("refusal" in spent) return await chargeChallenge(tx, ctx, tokenHash, spent);
    // Consumed before the session is raised: a replay meets a used row.
    const { way } = await consumeChallenge(tx, ctx, tokenHash);
    const entered = await enterAccount(tx, ctx, entrant, { way, assurance: 2 }, attempt);
    if (!("token" in entered.output)) return fail("CHALLENGE_GONE");
    const output = { ...entered.output, ...backupCodesAfter(spent) };
    const trustedUntil = input.trustDevice ? await trustDevice(tx, ctx, accountId, output.deviceToken) : null;
    const { change } = entered;
    if (!change) return { ...entered, output };
    const after = { ...change.after, factor: spent.kind, trustedUntil };
    return { ...entered, output, change: { ...change, after } };
  },
});

/** A session made by two factors, and what a backup code left. */
export type Verified = Entered & Pick<MfaVerified, "backupCodesRemaining" | "backupCodesLow">;

function backupCodesAfter(spent: SpentFactor): Pick<MfaVerified, "backupCodesRemaining" | "backupCodesLow"> {
  if (spent.kind === "totp") return { backupCodesRemaining: null, backupCodesLow: false };
  return { backupCodesRemaining: spent.remaining, backupCodesLow: isLow(spent.remaining) };
}
