import { fail } from "@pronaflow/contract";
import { StepUpByPasskeyInput } from "@pronaflow/contract/inputs/passkeys";
import { lockOwner } from "../factors/lock-owner.ts";
import { identityRates } from "../identity/identity-rates.ts";
import { userCommand } from "../kernel/command.ts";
import { takeRate } from "../kernel/limiter.ts";
import { sessionWriter } from "../sessions/session-writer.ts";
import { examinePasskey } from "./examine-passkey.ts";
import { spendPasskey } from "./spend-passkey.ts";

/**
 * Proves again that it is the owner who asks, by a passkey, for the ten minutes of spec ID-9. The session gets a new token
 * and counts two factors.
 * @throws PASSKEY_REFUSED, RATE_LIMITED, and UNAUTHENTICATED where the session ended meanwhile.
 */
export const stepUpByPasskey = userCommand({
  action: "session.proved",
  attempt: "step_up",
  input: StepUpByPasskeyInput,
  async prepare({ ctx, input }) {
    const { id } = ctx.actor.account;
    await takeRate(ctx, identityRates.proofByAccount, id);
    return await examinePasskey(ctx, input.response, id);
  },
  async run({ tx, ctx, prepared: examined }) {
    const { sessions, clock } = ctx.services;
    const { id: accountId } = await lockOwner(tx, ctx);
    const spent = await spendPasskey(tx, ctx, { purpose: "STEP_UP", accountId }, examined);
    if ("refusal" in spent) return spent;
    const proof = { provedAt: clock.now(), assurance: 2 } as const;
    const rotated = (await sessions.rotate(sessionWriter(tx), ctx.actor.session, proof)) ?? fail("UNAUTHENTICATED");
    const { token, session } = rotated;
    return {
      output: { token, provedAt: session.provedAt.toISOString(), expiresAt: session.expiresAt.toISOString() },
      change: { target: session.id, after: { by: "passkey", ...spent } },
    };
  },
});
