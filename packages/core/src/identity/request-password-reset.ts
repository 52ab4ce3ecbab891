import { normaliseEmail } from "@pronaflow/contract";
import { RequestPasswordResetInput } from "@pronaflow/contract/inputs/identity";
import type { Tx } from "@pronaflow/db";
import { requireCaptcha } from "../guard/require-captcha.ts";
import { guestCommand } from "../kernel/command.ts";
import type { RequestContext } from "../kernel/context.ts";
import { takeRate, takeRateByAddress } from "../kernel/limiter.ts";
import type { Mail } from "../kernel/outbox.ts";
import type { AccountRow } from "../sessions/records.ts";
import { identityRates } from "./identity-rates.ts";
import { issueLink, RESET_TTL_SECONDS } from "./issue-link.ts";
import { pretendMail } from "./pretend-mail.ts";
import { lockAccount } from "./records.ts";
import { isAdmissible } from "./rules.ts";

/**
 * Mails a reset link, good for 15 minutes, where the address belongs to someone who may come in; the answer and its cost
 * are the same where not. A newer link voids the one before.
 * @throws CAPTCHA_REQUIRED, RATE_LIMITED by the caller's address, or by the mail address whether or not someone has it.
 */
export const requestPasswordReset = guestCommand({
  action: "account.password_reset_requested",
  input: RequestPasswordResetInput,
  async prepare({ ctx, input }) {
    await takeRateByAddress(ctx, identityRates.resetByAddress);
    await requireCaptcha(ctx, input.captcha);
    await takeRate(ctx, identityRates.resetPerEmail, normaliseEmail(input.email));
  },
  async run({ tx, ctx, input }) {
    const output = { status: "accepted" as const };
    const emailNormal = normaliseEmail(input.email);
    const account = await lockAccount(tx, { emailNormal });
    if (!account || !isAdmissible(account, ctx.services.clock.now())) {
      const nobody = { id: null, email: input.email, emailNormal, displayName: "nobody", locale: ctx.locale };
      await pretendMail(tx, ctx, "account.password_reset_requested", () => mailReset(tx, ctx, nobody));
      return { output, change: null };
    }
    const mail = await mailReset(tx, ctx, account);
    return { output, change: { target: account.id }, mails: [mail] };
  },
});

type Addressee = Pick<AccountRow, "email" | "displayName" | "locale"> & { id: string | null; emailNormal: string };

async function mailReset(tx: Tx, ctx: RequestContext, account: Addressee): Promise<Mail> {
  const { token, expiresAt } = await issueLink(tx, ctx, {
    purpose: "PASSWORD_RESET",
    accountId: account.id,
    address: account.emailNormal,
    ttlSeconds: RESET_TTL_SECONDS,
  });
  return {
    template: "password-reset",
    to: account.email,
    accountId: account.id,
    locale: account.locale,
    expiresAt,
    props: {
      displayName: account.displayName,
      link: `${ctx.services.env.APP_URL}/reset-password#token=${token}`,
      expiresInMinutes: RESET_TTL_SECONDS / 60,
    },
  };
}
