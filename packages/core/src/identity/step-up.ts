import { fail } from "@pronaflow/contract";
import { StepUpInput } from "@pronaflow/contract/inputs/factors";
import { spendFactor } from "../factors/spend-factor.ts";
import { userCommand } from "../kernel/command.ts";
import { takeRate } from "../kernel/limiter.ts";
import { sessionWriter } from "../sessions/session-writer.ts";
import { identityRates } from "./identity-rates.ts";
import { proveAccount } from "./prove-account.ts";
import { lockAccount } from "./records.ts";

/**
 * Proves again that it is the owner who asks, by the password or by a code of their app, for the ten minutes of spec
 * ID-9. The session gets a new token; the old one is worth nothing. After a code it counts two factors.
 * @throws CURRENT_PASSWORD_WRONG, FACTOR_WRONG, RATE_LIMITED, BUSY, and UNAUTHENTICATED where the session ended meanwhile.
 */
export const stepUp = userCommand({
  action: "session.proved",
  attempt: "step_up",
  input: StepUpInput,
  async prepare({ ctx, input }) {
    if (input.password !== undefined) await proveAccount(ctx, input.password);
    else await takeRate(ctx, identityRates.proofByAccount, ctx.actor.account.id);
  },
  async run({ tx, ctx, input }) {
    const { sessions, clock } = ctx.services;
    const { code } = input;
    if (code !== undefined) {
      const { id } = (await lockAccount(tx, { id: ctx.actor.account.id })) ?? fail("UNAUTHENTICATED");
      const spent = await spendFactor(tx, ctx, id, { kind: "totp", code });
      if ("refusal" in spent) return spent;
    }
    const proof = { provedAt: clock.now(), ...(code === undefined ? {} : { assurance: 2 as const }) };
    const rotated = (await sessions.rotate(sessionWriter(tx), ctx.actor.session, proof)) ?? fail("UNAUTHENTICATED");
    const { token, session } = rotated;
    return {
      output: { token, provedAt: session.provedAt.toISOString(), expiresAt: session.expiresAt.toISOString() },
      change: { target: session.id, after: { by: code === undefined ? "password" : "totp" } },
    };
  },
});
