import { fail, normaliseEmail, skeletonOf } from "@pronaflow/contract";
import { RegisterInput } from "@pronaflow/contract/inputs/identity";
import type { Tx } from "@pronaflow/db";
import type { z } from "zod";
import { requireCaptcha } from "../guard/require-captcha.ts";
import { appendAudit } from "../kernel/audit.ts";
import { guestCommand } from "../kernel/command.ts";
import type { RequestContext } from "../kernel/context.ts";
import { takeRateByAddress } from "../kernel/limiter.ts";
import type { Mail } from "../kernel/outbox.ts";
import { enqueueMails } from "../kernel/outbox.ts";
import { checkPassword } from "./check-password.ts";
import { claimMail } from "./claim-mail.ts";
import { hashPassword } from "./hash-password.ts";
import { identityRates } from "./identity-rates.ts";
import { lockHolder } from "./lock-holder.ts";
import { mailAlreadyRegistered } from "./mail-already-registered.ts";
import { mailVerification } from "./mail-verification.ts";
import { rememberPassword } from "./set-password.ts";
import { spendEqually } from "./spend-equally.ts";
import { tryInsert } from "./try-insert.ts";

type Input = z.output<typeof RegisterInput>;
const sent = { status: "verification_sent" as const };

/**
 * Makes a PENDING account and mails its verification link. An address that is taken gives the same answer at the same
 * cost, and its owner a mail; a username that is taken is said first, whatever the address, so that it tells nothing.
 * @throws PASSWORD_REFUSED with every unmet rule, USERNAME_TAKEN, CAPTCHA_REQUIRED, RATE_LIMITED, BUSY.
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
  async run({ tx, ctx, input, prepared }) {
    const id = ctx.services.random.uuid();
    if (!(await insertAccount(tx, ctx, { ...input, id, hash: prepared.hash }))) {
      return { output: sent, change: null, mails: await answerTaken(tx, ctx, input, prepared.mayTellOwner) };
    }
    await rememberPassword(tx, ctx, id, prepared.hash);
    const mail = await mailVerification(tx, ctx, addressee(ctx, input, id));
    const after = { email: input.email, username: input.username, displayName: input.displayName };
    return { output: sent, change: { target: id, after }, mails: [mail] };
  },
});

async function insertAccount(
  tx: Tx,
  ctx: RequestContext,
  given: Input & { id: string; hash: string },
): Promise<boolean> {
  const now = ctx.services.clock.now();
  return await tryInsert(
    tx,
    () => tx.$executeRaw`INSERT INTO account (id, email, email_normal, username, username_skeleton,
      display_name, password_hash, password_changed_at, locale, created_at, updated_at)
    VALUES (${given.id}::uuid, ${given.email}, ${normaliseEmail(given.email)}, ${given.username},
      ${skeletonOf(given.username)}, ${given.displayName}, ${given.hash}, ${now}, ${ctx.locale}, ${now}, ${now})
    ON CONFLICT DO NOTHING`,
  );
}

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
