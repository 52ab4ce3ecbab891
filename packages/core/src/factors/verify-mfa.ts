import { hashToken } from "@pronaflow/auth";
import { fail } from "@pronaflow/contract";
import { VerifyMfaInput } from "@pronaflow/contract/inputs/factors";
import type { MfaVerified } from "@pronaflow/contract/outputs/factors";
import { admitAccount } from "../identity/admit-account.ts";
import type { Entered } from "../identity/enter-account.ts";
import { guestCommand } from "../kernel/command.ts";
import { takeRateByAddress } from "../kernel/limiter.ts";
import { chargeChallenge } from "./charge-challenge.ts";
import { examineFactor } from "./examine-factor.ts";
import { finishSignIn } from "./finish-sign-in.ts";
import { mailSpentCode } from "./mail-spent-code.ts";
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
    const met = { tokenHash, factor: spent.kind, trustsDevice: input.trustDevice ?? false };
    const entered = await finishSignIn(tx, ctx, entrant, met, attempt);
    const mails = [...(entered.mails ?? []), ...(await mailSpentCode(tx, ctx, entrant.account, spent))];
    return { ...entered, output: { ...entered.output, ...backupCodesAfter(spent) }, mails };
  },
});

/** A session made by two factors, and what a backup code left. */
export type Verified = Entered & Pick<MfaVerified, "backupCodesRemaining" | "backupCodesLow">;

function backupCodesAfter(spent: SpentFactor): Pick<MfaVerified, "backupCodesRemaining" | "backupCodesLow"> {
  if (spent.kind === "totp") return { backupCodesRemaining: null, backupCodesLow: false };
  return { backupCodesRemaining: spent.remaining, backupCodesLow: isLow(spent.remaining) };
}
