import { fail, normaliseEmail, skeletonOf } from "@pronaflow/contract";
import { RegisterInput } from "@pronaflow/contract/inputs/identity";
import type { SecondFactorRequired } from "@pronaflow/contract/outputs/identity";
import type { Joined } from "@pronaflow/contract/outputs/invitations";
import type { Tx } from "@pronaflow/db";
import type { z } from "zod";
import { requireCaptcha } from "../guard/require-captcha.ts";
import { registerInvited } from "../invitations/register-invited.ts";
import { appendAudit } from "../kernel/audit.ts";
import type { Outcome, Refusal } from "../kernel/command.ts";
import { guestCommand } from "../kernel/command.ts";
import type { RequestContext } from "../kernel/context.ts";
import { takeRateByAddress } from "../kernel/limiter.ts";
import type { Mail } from "../kernel/outbox.ts";
import { enqueueMails } from "../kernel/outbox.ts";
import { checkPassword } from "./check-password.ts";
import { claimMail } from "./claim-mail.ts";
import type { Entered } from "./enter-account.ts";
import { hashPassword } from "./hash-password.ts";
import { identityRates } from "./identity-rates.ts";
import { insertAccount } from "./insert-account.ts";
import { lockHolder } from "./lock-holder.ts";
import { mailAlreadyRegistered } from "./mail-already-registered.ts";
import { mailVerification } from "./mail-verification.ts";
import { rememberPassword } from "./set-password.ts";
import { spendEqually } from "./spend-equally.ts";

type Input = z.output<typeof RegisterInput>;
/** What registering came to: a mail on its way, or by an invitation a session and a place. */
export type Registered = { status: "verification_sent" } | (Entered & { joined: Joined }) | SecondFactorRequired;
const sent = { status: "verification_sent" as const };

/**
 * Makes a PENDING account and mails its verification link. An address that is taken gives the same answer at the same
 * cost, and its owner a mail; a username that is taken is said first, whatever the address, so that it tells nothing.
 * By an invitation to that address, which proves it, the account is ACTIVE, a member and signed in at once.
 * @throws PASSWORD_REFUSED with every unmet rule, USERNAME_TAKEN, CAPTCHA_REQUIRED, RATE_LIMITED, BUSY;
 *   INVITATION_GONE, NO_SEAT_LEFT.
 */
export const registerAccount = guestCommand({
  action: "account.registered",
  input: RegisterInput,
  async prepare({ ctx, input }) {
    await takeRateByAddress(ctx, identityRates.registerByAddress);
    await checkPassword(ctx.services, { ...input, field: "password" });
    // After what the form can be told without one, so that a mended form is not one more challenge.
    await requireCaptcha(ctx, input.captcha);
    const mayTellOwner = await claimMail(ctx, normaliseEmail(input.email));
    return { hash: await hashPassword(ctx.services, input.password), mayTellOwner };
  },
  async run({ tx, ctx, input, prepared, attempt }): Promise<Outcome<Registered> | Refusal> {
    if (input.invitation !== undefined) {
      const newcomer = { ...input, token: input.invitation, hash: prepared.hash };
      const invited = await registerInvited(tx, ctx, newcomer, attempt);
      // Null: the address is taken, which is answered as it always is.
      if (invited) return invited;
    }
    const id = ctx.services.random.uuid();
    if (!(await insertAccount(tx, ctx, { ...input, id, hash: prepared.hash, isProven: false }))) {
      return { output: sent, change: null, mails: await answerTaken(tx, ctx, input, prepared.mayTellOwner) };
    }
    await rememberPassword(tx, ctx, id, prepared.hash);
    const mail = await mailVerification(tx, ctx, addressee(ctx, input, id));
    const after = { email: input.email, username: input.username, displayName: input.displayName };
    return { output: sent, change: { target: id, after }, mails: [mail] };
  },
});

async function answerTaken(tx: Tx, ctx: RequestContext, input: Input, mayTellOwner: boolean): Promise<Mail[]> {
  const namesakes = await tx.$queryRaw<unknown[]>`SELECT 1 FROM account
    WHERE username_skeleton = ${skeletonOf(input.username)} OR username = ${input.username}`;
  if (namesakes.length > 0) return fail("USERNAME_TAKEN");
  // Neither is taken: the row that was in the way has just gone.
  const owner = (await lockHolder(tx, ctx, input.email)) ?? fail("BUSY", { retryAfterSeconds: 1 });
  const mails = [mailAlreadyRegistered(ctx, owner)];
  const isTold = mayTellOwner && owner.status !== "DELETED";
  await spendEqually(tx, async () => {
    await rememberPassword(tx, ctx, owner.id, "");
    await mailVerification(tx, ctx, addressee(ctx, input, null));
    if (!isTold) await enqueueMails(tx, ctx, mails);
    await appendAudit(tx, ctx, {
      action: "account.registered",
      workspaceId: null,
      change: { target: owner.id },
      isSystem: false,
    });
  });
  return isTold ? mails : [];
}

function addressee(ctx: RequestContext, { email, displayName }: Input, id: string | null) {
  return { id, email, emailNormal: normaliseEmail(email), displayName, locale: ctx.locale };
}
