import { RevokeSessionsInput } from "@pronaflow/contract/inputs/identity";
import { userCommand } from "../kernel/command.ts";
import { endSessions } from "./end-sessions.ts";

/** Ends all of one's own sessions, of both apps; with `keepCurrent` all but the one that asks. */
export const revokeSessions = userCommand({
  action: "sessions.revoked",
  input: RevokeSessionsInput,
  async run({ ctx, tx, input }) {
    const { account, session } = ctx.actor;
    const keptId = input.keepCurrent ? session.id : null;
    const ended = await endSessions(tx, account.id, keptId);
    return {
      output: { status: "done" as const },
      change: ended === 0 ? null : { target: account.id, after: { ended, keptId } },
    };
  },
});
