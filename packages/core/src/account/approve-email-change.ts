import { fail } from "@pronaflow/contract";
import { OldAddressInput } from "@pronaflow/contract/inputs/account";
import { identityRates } from "../identity/identity-rates.ts";
import { guestCommand } from "../kernel/command.ts";
import { takeRateByAddress } from "../kernel/limiter.ts";
import { lockChange } from "./lock-change.ts";

/**
 * Says at the old address that the change is meant: its right to take it back ends now, or with the confirmation that is
 * still to come, and the address is free for others.
 * @throws TOKEN_INVALID, RATE_LIMITED.
 */
export const approveEmailChange = guestCommand({
  action: "email_change.approved",
  attempt: "email_verification",
  input: OldAddressInput,
  prepare: ({ ctx }) => takeRateByAddress(ctx, identityRates.redeemByAddress),
  async run({ tx, ctx, input, attempt }) {
    const { account, change } = await lockChange(tx, ctx, { end: "undo", token: input.token });
    attempt.accountId = account.id;
    const now = ctx.services.clock.now();
    const until = change.confirmed_at ? change.undo_until : change.expires_at;
    if (change.undone_at || change.approved_at || !until || until <= now) return fail("TOKEN_INVALID");
    await tx.$executeRaw`UPDATE email_change SET approved_at = ${now},
      undo_until = CASE WHEN confirmed_at IS NOT NULL THEN ${now}::timestamptz END WHERE id = ${change.id}::uuid`;
    // Nor does "this wasn't me" of the mail that told of it.
    await tx.$executeRaw`UPDATE security_notice SET undo = NULL WHERE account_id = ${account.id}::uuid
      AND kind = 'email-changed' AND at = ${change.confirmed_at}`;
    return { output: { status: "done" as const }, change: { target: account.id, by: account.id } };
  },
});
