import { hashToken } from "@pronaflow/auth";
import { fail } from "@pronaflow/contract";
import { ResetPasswordInput } from "@pronaflow/contract/inputs/identity";
import { guestCommand } from "../kernel/command.ts";
import { takeRateByAddress } from "../kernel/limiter.ts";
import { noticeMail } from "../notices/notice-mail.ts";
import { endSessions } from "../sessions/end-sessions.ts";
import { checkPassword } from "./check-password.ts";
import { findPasswordByResetLink } from "./find-password.ts";
import { hashPassword } from "./hash-password.ts";
import { identityRates } from "./identity-rates.ts";
import { redeemLink } from "./redeem-link.ts";
import { isAdmissible } from "./rules.ts";
import { setPassword } from "./set-password.ts";
import { verifyAddress } from "./verify-address.ts";

/**
 * Sets a new password by a mailed link: once, within 15 minutes. Every session ends and the owner is told. Having the mail
 * proves the address too, so a PENDING account becomes ACTIVE. A refused password leaves the link good.
 * @throws TOKEN_INVALID, PASSWORD_REFUSED with every unmet rule, RATE_LIMITED, BUSY.
 */
export const resetPassword = guestCommand({
  action: "account.password_reset",
  attempt: "password_reset",
  input: ResetPasswordInput,
  async prepare({ ctx, input, attempt }) {
    await takeRateByAddress(ctx, identityRates.redeemByAddress);
    const stored = (await findPasswordByResetLink(ctx, hashToken(input.token))) ?? fail("TOKEN_INVALID");
    attempt.accountId = stored.accountId;
    const { email, username, history } = stored;
    await checkPassword(ctx.services, { password: input.password, email, username, history, field: "password" });
    return { hash: await hashPassword(ctx.services, input.password) };
  },
  async run({ tx, ctx, input, prepared }) {
    const account = await redeemLink(tx, ctx, { purpose: "PASSWORD_RESET", token: input.token });
    if (!isAdmissible(account, ctx.services.clock.now())) return fail("TOKEN_INVALID");
    await setPassword(tx, ctx, account.id, prepared.hash);
    await verifyAddress(tx, ctx, account);
    const sessionsEnded = await endSessions(tx, account.id);
    // Whoever named the address before its owner had proven it keeps no way in by a provider either.
    if (account.status === "PENDING") {
      await tx.$executeRaw`DELETE FROM linked_identity WHERE account_id = ${account.id}::uuid`;
    }
    return {
      output: { status: "done" as const },
      change: { target: account.id, by: account.id, before: { status: account.status }, after: { sessionsEnded } },
      mails: [await noticeMail(tx, ctx, account, { template: "password-reset-done", facts: {} })],
    };
  },
});
