import { fail } from "@pronaflow/contract";
import { RevokeSessionInput } from "@pronaflow/contract/inputs/identity";
import { userCommand } from "../kernel/command.ts";

/**
 * Ends one of one's own sessions; its next request is refused on every instance.
 * @throws NOT_FOUND where it has ended already or is someone else's: the two look the same.
 */
export const revokeSession = userCommand({
  action: "session.revoked",
  input: RevokeSessionInput,
  async run({ ctx, tx, input }) {
    const { account, session } = ctx.actor;
    const ended = await tx.$executeRaw`DELETE FROM session
      WHERE id = ${input.sessionId}::uuid AND account_id = ${account.id}::uuid`;
    if (ended === 0) return fail("NOT_FOUND");
    return {
      output: { status: "done" as const },
      change: { target: input.sessionId, after: { wasCurrent: input.sessionId === session.id } },
    };
  },
});
