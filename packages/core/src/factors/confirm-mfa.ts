import { findTotpStep } from "@pronaflow/auth";
import { fail } from "@pronaflow/contract";
import { ConfirmMfaInput } from "@pronaflow/contract/inputs/factors";
import { distrustDevices } from "../devices/distrust-devices.ts";
import { identityRates } from "../identity/identity-rates.ts";
import { userCommand } from "../kernel/command.ts";
import type { UserContext } from "../kernel/context.ts";
import { takeRate } from "../kernel/limiter.ts";
import { noticeMail } from "../notices/notice-mail.ts";
import { endSessions } from "../sessions/end-sessions.ts";
import { sessionWriter } from "../sessions/session-writer.ts";
import { lockOwner } from "./lock-owner.ts";
import { makeBackupCodes } from "./make-backup-codes.ts";
import { openSecret, readTotp } from "./records.ts";
import { replaceBackupCodes } from "./replace-backup-codes.ts";

/**
 * Turns the second step on with the app's first code, tells the owner, and answers with ten backup codes that are shown this once. The
 * other sessions end, trust in devices too; this session has two factors from now on and a new token.
 * @throws FACTOR_WRONG, MFA_NOT_ON where none was begun, MFA_ALREADY_ON, RATE_LIMITED, BUSY, and UNAUTHENTICATED where
 *   the session ended meanwhile.
 */
export const confirmMfa = userCommand({
  action: "mfa.enabled",
  attempt: "mfa_change",
  input: ConfirmMfaInput,
  async prepare({ ctx, input }) {
    await takeRate(ctx, identityRates.proofByAccount, ctx.actor.account.id);
    // Judged before ten hashes are spent on it, and once more by the statement that accepts it.
    const { sealed, step } = await findFirstStep(ctx, input.code);
    return { sealed, step, codes: await makeBackupCodes(ctx.services) };
  },
  async run({ tx, ctx, prepared }) {
    const { sessions, clock } = ctx.services;
    const { sealed, step, codes } = prepared;
    const owner = await lockOwner(tx, ctx);
    const { id } = owner;
    const now = clock.now();
    const confirmed = await tx.$executeRaw`UPDATE totp_factor SET confirmed_at = ${now}, last_step = ${step}
      WHERE account_id = ${id}::uuid AND confirmed_at IS NULL AND secret = ${sealed}`;
    if (confirmed === 0) return fail("MFA_ALREADY_ON");
    await replaceBackupCodes(tx, ctx, id, codes);
    await distrustDevices(tx, id);
    const sessionsEnded = await endSessions(tx, id, ctx.actor.session.id);
    const proof = { provedAt: now, assurance: 2 } as const;
    const rotated = (await sessions.rotate(sessionWriter(tx), ctx.actor.session, proof)) ?? fail("UNAUTHENTICATED");
    const { token, session } = rotated;
    return {
      output: { backupCodes: codes.shown, token, expiresAt: session.expiresAt.toISOString() },
      change: { target: id, after: { sessionsEnded } },
      mails: [await noticeMail(tx, ctx, owner, { template: "mfa-enabled", facts: {}, undo: { kind: "totp_added" } })],
    };
  },
});

async function findFirstStep(ctx: UserContext, code: string): Promise<{ sealed: string; step: number }> {
  const { id } = ctx.actor.account;
  const totp = (await readTotp(ctx, id)) ?? fail("MFA_NOT_ON");
  if (totp.confirmed_at) return fail("MFA_ALREADY_ON");
  const secret = openSecret(ctx, id, totp.secret) ?? fail("MFA_NOT_ON");
  const step = findTotpStep(secret, code, ctx.services.clock.now()) ?? fail("FACTOR_WRONG");
  return { sealed: totp.secret, step };
}
