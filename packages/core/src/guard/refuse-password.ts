import { hashToken, newToken } from "@pronaflow/auth";
import type { Tx } from "@pronaflow/db";
import { issueLink } from "../identity/issue-link.ts";
import { pretendMail } from "../identity/pretend-mail.ts";
import type { LockedAccount } from "../identity/records.ts";
import type { Refusal } from "../kernel/command.ts";
import type { RequestContext } from "../kernel/context.ts";
import type { Mail } from "../kernel/outbox.ts";
import { noticeMail } from "../notices/notice-mail.ts";
import type { Charged } from "./charge-failure.ts";
import { chargeFailure } from "./charge-failure.ts";
import { UNLOCK_TTL_SECONDS } from "./rules.ts";

/**
 * Counts a wrong password and gives the refusal, with the owner's mail where it made a lock: one a lock. Without an
 * account to count on, and where nothing is locked, the same work is done and taken back: time does not tell which.
 */
export async function refusePassword(
  tx: Tx,
  ctx: RequestContext,
  account: LockedAccount | null,
  refusal: Refusal["refusal"],
): Promise<Refusal> {
  const charged = account ? await chargeFailure(tx, ctx, account.id, "PASSWORD") : null;
  if (account && charged?.disabled) return await disable(tx, ctx, account, refusal);
  if (account && charged?.locked) return await lock(tx, ctx, account, charged, refusal);
  await pretendMail(tx, ctx, "account.locked", async () => {
    if (!account) await insertNothing(tx, ctx);
    return await pretendLock(tx, ctx);
  });
  return { refusal, change: null };
}

async function lock(
  tx: Tx,
  ctx: RequestContext,
  account: LockedAccount,
  { lockedUntil }: Charged,
  refusal: Refusal["refusal"],
): Promise<Refusal> {
  const until = (lockedUntil ?? ctx.services.clock.now()).toISOString();
  const { token } = await issueLink(tx, ctx, {
    purpose: "UNLOCK",
    accountId: account.id,
    address: account.emailNormal,
    ttlSeconds: UNLOCK_TTL_SECONDS,
  });
  const facts = { unlockLink: unlockLinkOf(ctx, token), lockedUntil: until };
  return {
    refusal,
    change: { action: "account.locked", target: account.id, after: { until } },
    mails: [await noticeMail(tx, ctx, account, { template: "sign-in-locked", facts })],
  };
}

async function disable(
  tx: Tx,
  ctx: RequestContext,
  account: LockedAccount,
  refusal: Refusal["refusal"],
): Promise<Refusal> {
  const facts = { resetLink: `${ctx.services.env.APP_URL}/forgot-password` };
  return {
    refusal,
    change: { action: "account.password_disabled", target: account.id },
    mails: [await noticeMail(tx, ctx, account, { template: "password-disabled", facts })],
  };
}

async function pretendLock(tx: Tx, ctx: RequestContext): Promise<Mail> {
  const order = { purpose: "UNLOCK", accountId: null, address: "nobody", ttlSeconds: UNLOCK_TTL_SECONDS } as const;
  const { token } = await issueLink(tx, ctx, order);
  await insertNothing(tx, ctx);
  const now = ctx.services.clock.now().toISOString();
  const props = {
    displayName: "nobody",
    timeZone: "UTC",
    at: now,
    notMeLink: unlockLinkOf(ctx, token),
    securityLink: `${ctx.services.env.APP_URL}/account/security`,
    unlockLink: unlockLinkOf(ctx, token),
    lockedUntil: now,
  };
  return { template: "sign-in-locked", to: "nobody@localhost", accountId: null, locale: ctx.locale, props };
}

/** A row in the place of one that there is no account for: the failure's, the notice's. It is taken back. */
async function insertNothing(tx: Tx, ctx: RequestContext): Promise<void> {
  const { clock, random } = ctx.services;
  const token = newToken((size) => random.bytes(size));
  const now = clock.now();
  await tx.$executeRaw`INSERT INTO one_time_token (id, purpose, address, token_hash, created_at, expires_at)
    VALUES (${random.uuid()}::uuid, 'UNLOCK', 'nobody', ${hashToken(token)}, ${now}, ${now})`;
}

function unlockLinkOf(ctx: RequestContext, token: string): string {
  return `${ctx.services.env.APP_URL}/unlock#token=${token}`;
}
