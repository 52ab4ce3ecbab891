import { fail } from "@pronaflow/contract";
import { DisableMfaInput } from "@pronaflow/contract/inputs/factors";
import { distrustDevices } from "../devices/distrust-devices.ts";
import { proveAccount } from "../identity/prove-account.ts";
import { userCommand } from "../kernel/command.ts";
import { noticeMail } from "../notices/notice-mail.ts";
import { endSessions } from "../sessions/end-sessions.ts";
import { sessionWriter } from "../sessions/session-writer.ts";
import { examineFactor } from "./examine-factor.ts";
import { lockOwner } from "./lock-owner.ts";
import { readTotp } from "./records.ts";
import { removeFactor } from "./remove-factor.ts";
import { spendFactor } from "./spend-factor.ts";

/**
 * Turns the second step off, with password and a factor in hand, and tells the owner. The other sessions end, trust in devices too; this
 * session counts one factor from now on, so that the console asks to set one up again.
 * @throws CURRENT_PASSWORD_WRONG, FACTOR_WRONG, MFA_NOT_ON, RATE_LIMITED, BUSY, and UNAUTHENTICATED where the session
 *   ended meanwhile.
 */
export const disableMfa = userCommand({
  action: "mfa.disabled",
  attempt: "mfa_change",
  input: DisableMfaInput,
  async prepare({ ctx, input }) {
    const { id } = ctx.actor.account;
    const { hash } = await proveAccount(ctx, input.password);
    if (!(await readTotp(ctx, id))?.confirmed_at) return fail("MFA_NOT_ON");
    return { hash, factor: await examineFactor(ctx, id, input) };
  },
  async run({ tx, ctx, prepared }) {
    const { sessions, clock } = ctx.services;
    const owner = await lockOwner(tx, ctx, prepared.hash);
    const { id } = owner;
    const spent = await spendFactor(tx, ctx, id, prepared.factor);
    if ("refusal" in spent) return spent;
    const undo = await removeFactor(tx, id);
    await distrustDevices(tx, id);
    const sessionsEnded = await endSessions(tx, id, ctx.actor.session.id);
    const proof = { provedAt: clock.now(), assurance: 1 } as const;
    const rotated = (await sessions.rotate(sessionWriter(tx), ctx.actor.session, proof)) ?? fail("UNAUTHENTICATED");
    return {
      output: { token: rotated.token, expiresAt: rotated.session.expiresAt.toISOString() },
      change: { target: id, after: { factor: spent.kind, sessionsEnded } },
      mails: [await noticeMail(tx, ctx, owner, { template: "mfa-disabled", facts: {}, undo })],
    };
  },
});
