import { hashToken } from "@pronaflow/auth";
import { fail } from "@pronaflow/contract";
import { VerifyPasskeyInput } from "@pronaflow/contract/inputs/passkeys";
import { chargeChallenge } from "../factors/charge-challenge.ts";
import { finishSignIn } from "../factors/finish-sign-in.ts";
import { findChallenge } from "../factors/queries.ts";
import { factorByAddress } from "../factors/rules.ts";
import { admitAccount } from "../identity/admit-account.ts";
import { guestCommand } from "../kernel/command.ts";
import { takeRateByAddress } from "../kernel/limiter.ts";
import { examinePasskey } from "./examine-passkey.ts";
import { spendPasskey } from "./spend-passkey.ts";

/**
 * The second step of a sign-in by one of the account's own passkeys, for a session of two factors. Five wrong answers end
 * the challenge, codes counted among them.
 * @throws PASSKEY_REFUSED with `triesLeft`, CHALLENGE_GONE, INVALID_CREDENTIALS where the account may not come in any
 *   more, RATE_LIMITED.
 */
export const verifyPasskey = guestCommand({
  action: "session.created",
  attempt: "second_factor",
  input: VerifyPasskeyInput,
  async prepare({ ctx, input, attempt }) {
    await takeRateByAddress(ctx, factorByAddress);
    const tokenHash = hashToken(input.challengeId);
    const { accountId } = (await findChallenge(ctx, tokenHash)) ?? fail("CHALLENGE_GONE");
    attempt.accountId = accountId;
    return { tokenHash, accountId, examined: await examinePasskey(ctx, input.response, accountId) };
  },
  async run({ tx, ctx, input, prepared, attempt }) {
    const { tokenHash, accountId, examined } = prepared;
    const entrant = await admitAccount(tx, ctx, { accountId });
    const spent = await spendPasskey(tx, ctx, { purpose: "SECOND_FACTOR", accountId }, examined);
    if ("refusal" in spent) return await chargeChallenge(tx, ctx, tokenHash, spent);
    const met = { tokenHash, factor: "passkey", trustsDevice: input.trustDevice ?? false } as const;
    const finished = await finishSignIn(tx, ctx, entrant, met, attempt);
    return { ...finished, output: { ...finished.output, backupCodesRemaining: null, backupCodesLow: false } };
  },
});
