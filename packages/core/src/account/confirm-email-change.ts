import { hashToken } from "@pronaflow/auth";
import { fail } from "@pronaflow/contract";
import { ConfirmEmailChangeInput } from "@pronaflow/contract/inputs/account";
import type { Tx } from "@pronaflow/db";
import { classifyFailure } from "@pronaflow/db";
import { endChallenges } from "../factors/end-challenges.ts";
import { identityRates } from "../identity/identity-rates.ts";
import { guestCommand } from "../kernel/command.ts";
import type { RequestContext } from "../kernel/context.ts";
import { takeRateByAddress } from "../kernel/limiter.ts";
import { noticeMail } from "../notices/notice-mail.ts";
import { endSessions } from "../sessions/end-sessions.ts";
import { sessionWriter } from "../sessions/session-writer.ts";
import type { FoundChange } from "./lock-change.ts";
import { lockChange } from "./lock-change.ts";
import { oldAddressLink, oldAddressToken } from "./old-address-link.ts";

/** Spec ID-14: so long the old address can take the change back, and is nobody else's. */
const UNDO_MS = 72 * 60 * 60 * 1000;

/**
 * Makes the new address the account's, by the link that went to it: once, within 24 hours. Every other session ends, the
 * one that asks gets a new token. The old address is told and may undo it for 72 hours, unless it has approved already.
 * @throws TOKEN_INVALID, also where someone else has the address by now; RATE_LIMITED.
 */
export const confirmEmailChange = guestCommand({
  action: "email_change.confirmed",
  attempt: "email_verification",
  input: ConfirmEmailChangeInput,
  prepare: ({ ctx }) => takeRateByAddress(ctx, identityRates.redeemByAddress),
  async run({ tx, ctx, input, attempt }) {
    const { account, change } = await lockChange(tx, ctx, { end: "confirm", token: input.token });
    attempt.accountId = account.id;
    const now = ctx.services.clock.now();
    const isOpen = !change.confirmed_at && !change.undone_at && change.expires_at > now;
    if (!isOpen || change.from_normal !== account.emailNormal) return fail("TOKEN_INVALID");
    await confirm(tx, ctx, change);
    await moveAddress(tx, change, now);
    const sessionsEnded = await endSessions(tx, account.id, ctx.actor?.session.id ?? null);
    await endChallenges(tx, account.id);
    const renewed = await renewSession(tx, ctx);
    return {
      output: { status: "confirmed" as const, email: change.to_email, ...renewed },
      change: {
        target: account.id,
        by: account.id,
        before: { email: change.from_email },
        after: { email: change.to_email, sessionsEnded },
      },
      mails: [
        await noticeMail(tx, ctx, account, {
          template: "email-changed",
          facts: { undoLink: oldAddressLink(ctx, change.id), newEmail: change.to_email },
          ...(change.approved_at ? {} : { undo: { kind: "email", from: change.from_email, to: change.to_email } }),
        }),
      ],
    };
  },
});

async function confirm(tx: Tx, ctx: RequestContext, change: FoundChange): Promise<void> {
  const now = ctx.services.clock.now();
  const undoUntil = change.approved_at ? now : new Date(now.getTime() + UNDO_MS);
  // The keys may have been exchanged since: the link in the mail that goes out now has to be the one that works.
  await tx.$executeRaw`UPDATE email_change SET confirmed_at = ${now}, undo_until = ${undoUntil},
    undo_hash = ${hashToken(oldAddressToken(ctx, change.id))} WHERE id = ${change.id}::uuid`;
}

// The unique key, and behind it the reservation of old addresses, decides between two who want one address.
async function moveAddress(tx: Tx, change: FoundChange, now: Date): Promise<void> {
  try {
    await tx.$executeRaw`UPDATE account SET email = ${change.to_email}, email_normal = ${change.to_normal},
      email_verified_at = ${now}, updated_at = ${now} WHERE id = ${change.account_id}::uuid`;
  } catch (error) {
    if (classifyFailure(error).kind === "unique") fail("TOKEN_INVALID");
    throw error;
  }
}

async function renewSession(tx: Tx, ctx: RequestContext): Promise<{ token?: string; expiresAt?: string }> {
  if (!ctx.actor || ctx.actor.grant) return {};
  const { session } = ctx.actor;
  const rotated = await ctx.services.sessions.rotate(sessionWriter(tx), session, { provedAt: session.provedAt });
  if (!rotated) return {};
  return { token: rotated.token, expiresAt: rotated.session.expiresAt.toISOString() };
}
