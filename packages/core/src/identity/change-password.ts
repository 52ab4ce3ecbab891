import { fail } from "@pronaflow/contract";
import { ChangePasswordInput } from "@pronaflow/contract/inputs/identity";
import { userCommand } from "../kernel/command.ts";
import { noticeMail } from "../notices/notice-mail.ts";
import { endSessions } from "../sessions/end-sessions.ts";
import { sessionWriter } from "../sessions/session-writer.ts";
import { checkPassword } from "./check-password.ts";
import { hashPassword } from "./hash-password.ts";
import { proveAccount } from "./prove-account.ts";
import { lockAccount } from "./records.ts";
import { setPassword } from "./set-password.ts";

/**
 * Sets a new password with the current one in hand: the other sessions end, this one gets a new token, the owner is told.
 * @throws CURRENT_PASSWORD_WRONG, PASSWORD_REFUSED with every unmet rule, RATE_LIMITED, BUSY, and UNAUTHENTICATED where
 *   the session ended meanwhile.
 */
export const changePassword = userCommand({
  action: "account.password_changed",
  attempt: "password_change",
  input: ChangePasswordInput,
  async prepare({ ctx, input }) {
    const stored = await proveAccount(ctx, input.currentPassword);
    const { email, username, history } = stored;
    await checkPassword(ctx.services, { password: input.newPassword, email, username, history, field: "newPassword" });
    return { provenHash: stored.hash, hash: await hashPassword(ctx.services, input.newPassword) };
  },
  async run({ tx, ctx, prepared }) {
    const { sessions, clock } = ctx.services;
    const account = (await lockAccount(tx, { id: ctx.actor.account.id })) ?? fail("UNAUTHENTICATED");
    // Someone else changed it between the proof and the lock: what was proven no longer counts.
    if (account.passwordHash !== prepared.provenHash) return fail("CURRENT_PASSWORD_WRONG");
    await setPassword(tx, ctx, account.id, prepared.hash);
    const sessionsEnded = await endSessions(tx, account.id, ctx.actor.session.id);
    const proof = { provedAt: clock.now() };
    const rotated = (await sessions.rotate(sessionWriter(tx), ctx.actor.session, proof)) ?? fail("UNAUTHENTICATED");
    return {
      output: { token: rotated.token, expiresAt: rotated.session.expiresAt.toISOString() },
      change: { target: account.id, after: { sessionsEnded } },
      mails: [await noticeMail(tx, ctx, account, { template: "password-changed", facts: {} })],
    };
  },
});
