import { fail } from "@pronaflow/contract";
import { StepUpInput } from "@pronaflow/contract/inputs/identity";
import { userCommand } from "../kernel/command.ts";
import { sessionWriter } from "../sessions/session-writer.ts";
import { proveAccount } from "./prove-account.ts";

/**
 * Proves again that it is the owner who asks, for the ten minutes of spec ID-9. The session gets a new token; the old one
 * is worth nothing.
 * @throws CURRENT_PASSWORD_WRONG, RATE_LIMITED, BUSY, and UNAUTHENTICATED where the session ended meanwhile.
 */
export const stepUp = userCommand({
  action: "session.proved",
  attempt: "step_up",
  input: StepUpInput,
  async prepare({ ctx, input }) {
    await proveAccount(ctx, input.password);
  },
  async run({ tx, ctx }) {
    const { sessions, clock } = ctx.services;
    const proof = { provedAt: clock.now() };
    const rotated = (await sessions.rotate(sessionWriter(tx), ctx.actor.session, proof)) ?? fail("UNAUTHENTICATED");
    const { token, session } = rotated;
    return {
      output: { token, provedAt: session.provedAt.toISOString(), expiresAt: session.expiresAt.toISOString() },
      change: { target: session.id },
    };
  },
});
