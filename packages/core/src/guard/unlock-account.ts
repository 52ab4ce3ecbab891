import { UnlockAccountInput } from "@pronaflow/contract/inputs/guard";
import { identityRates } from "../identity/identity-rates.ts";
import { redeemLink } from "../identity/redeem-link.ts";
import { guestCommand } from "../kernel/command.ts";
import { takeRateByAddress } from "../kernel/limiter.ts";

/**
 * Ends every lock on signing in with the password, by the mailed link: once, within an hour. Failures go on counting as
 * ones in a row until a success.
 * @throws TOKEN_INVALID for every link that does not count, RATE_LIMITED.
 */
export const unlockAccount = guestCommand({
  action: "account.unlocked",
  input: UnlockAccountInput,
  prepare: ({ ctx }) => takeRateByAddress(ctx, identityRates.redeemByAddress),
  async run({ tx, ctx, input }) {
    const account = await redeemLink(tx, ctx, { purpose: "UNLOCK", token: input.token });
    await tx.$executeRaw`UPDATE credential_guard SET failed_at = '{}', locked_until = NULL
      WHERE account_id = ${account.id}::uuid AND kind = 'PASSWORD'`;
    return { output: { status: "done" as const }, change: { target: account.id, by: account.id } };
  },
});
