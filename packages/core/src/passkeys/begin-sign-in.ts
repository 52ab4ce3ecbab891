import { passkeyRequest } from "@pronaflow/auth";
import type { PasskeyRequest } from "@pronaflow/contract/outputs/passkeys";
import * as z from "zod";
import { guestCommand } from "../kernel/command.ts";
import { takeRateByAddress } from "../kernel/limiter.ts";
import { beginCeremony } from "./begin-ceremony.ts";
import { partyOf } from "./records.ts";
import { challengeByAddress } from "./rules.ts";

/**
 * Begins a sign-in by a passkey that the person picks in their browser. Names nobody.
 * @throws RATE_LIMITED.
 */
export const beginSignIn = guestCommand({
  action: "session.created",
  input: z.strictObject({}),
  async prepare({ ctx }) {
    await takeRateByAddress(ctx, challengeByAddress);
  },
  async run({ tx, ctx }) {
    const challenge = await beginCeremony(tx, ctx, { purpose: "SIGN_IN", accountId: null });
    const output: PasskeyRequest = passkeyRequest(partyOf(ctx), { challenge, allowed: [] });
    return { output, change: null };
  },
});
