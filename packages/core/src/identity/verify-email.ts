import { VerifyEmailInput } from "@pronaflow/contract/inputs/identity";
import { guestCommand } from "../kernel/command.ts";
import { takeRateByAddress } from "../kernel/limiter.ts";
import { identityRates } from "./identity-rates.ts";
import { redeemLink } from "./redeem-link.ts";
import { verifyAddress } from "./verify-address.ts";

/**
 * Proves the address that a link was mailed to: PENDING becomes ACTIVE. Once, within 24 hours, for the account and the
 * address it was made for.
 * @throws TOKEN_INVALID for every link that does not count, RATE_LIMITED.
 */
export const verifyEmail = guestCommand({
  action: "account.email_verified",
  attempt: "email_verification",
  input: VerifyEmailInput,
  prepare: ({ ctx }) => takeRateByAddress(ctx, identityRates.redeemByAddress),
  async run({ tx, ctx, input, attempt }) {
    const account = await redeemLink(tx, ctx, { purpose: "EMAIL_VERIFICATION", token: input.token });
    attempt.accountId = account.id;
    await verifyAddress(tx, ctx, account);
    return {
      output: { status: "verified" as const },
      change: {
        target: account.id,
        by: account.id,
        before: { status: account.status },
        after: { status: account.status === "PENDING" ? "ACTIVE" : account.status, email: account.email },
      },
    };
  },
});
