import { hashToken, newToken } from "@pronaflow/auth";
import { fail, isProductError, normaliseEmail } from "@pronaflow/contract";
import { RequestEmailChangeInput } from "@pronaflow/contract/inputs/account";
import type { Tx } from "@pronaflow/db";
import { mailAlreadyRegistered } from "../identity/mail-already-registered.ts";
import type { LockedAccount } from "../identity/records.ts";
import { lockAccount } from "../identity/records.ts";
import { userCommand } from "../kernel/command.ts";
import type { UserContext } from "../kernel/context.ts";
import { takeRate } from "../kernel/limiter.ts";
import type { Mail } from "../kernel/outbox.ts";
import { noticeMail } from "../notices/notice-mail.ts";
import { accountRates } from "./account-rates.ts";
import { oldAddressLink, oldAddressToken } from "./old-address-link.ts";

const CONFIRM_TTL_SECONDS = 24 * 60 * 60;

/**
 * Asks for another address: it gets a link, good for 24 hours, the old one is told and can stop it. An earlier request
 * is void. A taken address gets the same answer and the same waiting change; its owner is told in place of the link.
 * @throws STEP_UP_REQUIRED, INVALID_INPUT where it is one's own already, RATE_LIMITED.
 */
export const requestEmailChange = userCommand({
  action: "email_change.requested",
  stepUp: true,
  input: RequestEmailChangeInput,
  async prepare({ ctx, input }) {
    await takeRate(ctx, accountRates.emailChangeByAccount, ctx.actor.account.id);
    return { mayMail: await mayMail(ctx, normaliseEmail(input.email)) };
  },
  async run({ tx, ctx, input, prepared }) {
    const account = (await lockAccount(tx, { id: ctx.actor.account.id })) ?? fail("UNAUTHENTICATED");
    const toNormal = normaliseEmail(input.email);
    if (toNormal === account.emailNormal) fail("INVALID_INPUT", {}, { email: ["EMAIL_UNCHANGED"] });
    const change = await insertChange(tx, ctx, account, input.email);
    const notice = await noticeMail(tx, ctx, account, {
      template: "email-change-requested",
      facts: { undoLink: oldAddressLink(ctx, change.id), newEmail: input.email },
    });
    const mails = [notice];
    if (prepared.mayMail)
      mails.push(await mailNewAddress(tx, ctx, { ...account, ...change, to: input.email, toNormal }));
    return {
      output: { status: "accepted" as const },
      change: { target: account.id, before: { email: account.email }, after: { email: input.email } },
      mails,
    };
  },
});

/** Past the limit on one address the answer is the same and only the mail stays away. */
async function mayMail(ctx: UserContext, toNormal: string): Promise<boolean> {
  try {
    await takeRate(ctx, accountRates.emailChangePerAddress, toNormal);
    return true;
  } catch (error) {
    if (isProductError(error) && error.code === "RATE_LIMITED") return false;
    throw error;
  }
}

interface NewChange {
  id: string;
  token: string;
  expiresAt: Date;
}

async function insertChange(tx: Tx, ctx: UserContext, account: LockedAccount, to: string): Promise<NewChange> {
  const { clock, random } = ctx.services;
  const now = clock.now();
  const id = random.uuid();
  const token = newToken((size) => random.bytes(size));
  const expiresAt = new Date(now.getTime() + CONFIRM_TTL_SECONDS * 1000);
  await tx.$executeRaw`UPDATE email_change SET undone_at = ${now}
    WHERE account_id = ${account.id}::uuid AND confirmed_at IS NULL AND undone_at IS NULL`;
  await tx.$executeRaw`INSERT INTO email_change (id, account_id, from_email, from_normal, to_email, to_normal, confirm_hash,
      undo_hash, requested_at, expires_at)
    VALUES (${id}::uuid, ${account.id}::uuid, ${account.email}, ${account.emailNormal}, ${to}, ${normaliseEmail(to)},
      ${hashToken(token)}, ${hashToken(oldAddressToken(ctx, id))}, ${now}, ${expiresAt})`;
  return { id, token, expiresAt };
}

type Addressed = Pick<LockedAccount, "displayName" | "locale"> & {
  to: string;
  toNormal: string;
  token: string;
  expiresAt: Date;
};

async function mailNewAddress(tx: Tx, ctx: UserContext, asked: Addressed): Promise<Mail> {
  const holder = await findHolder(tx, ctx, asked.toNormal);
  if (holder) return mailAlreadyRegistered(ctx, { ...holder, email: asked.to });
  const props = {
    displayName: asked.displayName,
    link: `${ctx.services.env.APP_URL}/confirm-email#token=${asked.token}`,
    expiresInHours: CONFIRM_TTL_SECONDS / 3600,
  };
  const { to, locale, expiresAt } = asked;
  return { template: "email-change-confirm", to, accountId: ctx.actor.account.id, locale, expiresAt, props };
}

type Holder = Pick<LockedAccount, "id" | "displayName" | "locale">;

/** Who else has the address: an account's own, or one that it may still take back. One's own former one is free to oneself. */
async function findHolder(tx: Tx, ctx: UserContext, emailNormal: string): Promise<Holder | null> {
  const { id } = ctx.actor.account;
  const [row] = await tx.$queryRaw<Holder[]>`SELECT id::text AS id, display_name AS "displayName", locale FROM account
    WHERE email_normal = ${emailNormal} OR id IN (SELECT account_id FROM email_change WHERE from_normal = ${emailNormal}
      AND account_id <> ${id}::uuid AND confirmed_at IS NOT NULL AND undone_at IS NULL
      AND undo_until > ${ctx.services.clock.now()}) LIMIT 1`;
  return row ?? null;
}
