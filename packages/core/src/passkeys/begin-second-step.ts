import { hashToken, passkeyRequest } from "@pronaflow/auth";
import { fail } from "@pronaflow/contract";
import { PasskeyChallengeInput } from "@pronaflow/contract/inputs/passkeys";
import type { PasskeyRequest } from "@pronaflow/contract/outputs/passkeys";
import { findChallenge } from "../factors/queries.ts";
import { factorByAddress } from "../factors/rules.ts";
import { guestCommand } from "../kernel/command.ts";
import { takeRateByAddress } from "../kernel/limiter.ts";
import { beginCeremony } from "./begin-ceremony.ts";
import { listKnown, partyOf } from "./records.ts";

/**
 * Begins the second step of a sign-in by passkey: which ones the account has, told only to who did the first step.
 * @throws CHALLENGE_GONE, RATE_LIMITED.
 */
export const beginSecondStep = guestCommand({
  action: "session.created",
  input: PasskeyChallengeInput,
  async prepare({ ctx, input }) {
    await takeRateByAddress(ctx, factorByAddress);
    const { accountId } = (await findChallenge(ctx, hashToken(input.challengeId))) ?? fail("CHALLENGE_GONE");
    return { accountId, allowed: await listKnown(ctx, accountId) };
  },
  async run({ tx, ctx, prepared: { accountId, allowed } }) {
    const challenge = await beginCeremony(tx, ctx, { purpose: "SECOND_FACTOR", accountId });
    const output: PasskeyRequest = passkeyRequest(partyOf(ctx), { challenge, allowed });
    return { output, change: null };
  },
});
