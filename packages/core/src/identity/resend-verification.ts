import { normaliseEmail } from "@pronaflow/contract";
import { ResendVerificationInput } from "@pronaflow/contract/inputs/identity";
import { guestCommand } from "../kernel/command.ts";
import { takeRateByAddress } from "../kernel/limiter.ts";
import { claimVerificationMail } from "./claim-mail.ts";
import { identityRates } from "./identity-rates.ts";
import { mailVerification } from "./mail-verification.ts";
import { pretendMail } from "./pretend-mail.ts";
import { lockAccount } from "./records.ts";

/**
 * Mails a new verification link where the address waits for one; the answer and its cost are the same where not. The
 * limits count by address, whether or not someone has it.
 * @throws RATE_LIMITED past one a minute or five an hour for the address.
 */
export const resendVerification = guestCommand({
  action: "account.verification_resent",
  input: ResendVerificationInput,
  async prepare({ ctx, input }) {
    await takeRateByAddress(ctx, identityRates.resendByAddress);
    await claimVerificationMail(ctx, normaliseEmail(input.email));
  },
  async run({ tx, ctx, input }) {
    const output = { status: "accepted" as const };
    const emailNormal = normaliseEmail(input.email);
    const account = await lockAccount(tx, { emailNormal });
    if (account?.status !== "PENDING") {
      const nobody = { id: null, email: input.email, emailNormal, displayName: "nobody", locale: ctx.locale };
      await pretendMail(tx, ctx, "account.verification_resent", () => mailVerification(tx, ctx, nobody));
      return { output, change: null };
    }
    const mail = await mailVerification(tx, ctx, account);
    return { output, change: { target: account.id }, mails: [mail] };
  },
});
