import * as z from "zod";
import { userCommand } from "../kernel/command.ts";

/** Ends the session that asks; the cookie is worth nothing from here on. */
export const signOut = userCommand({
  action: "session.ended",
  pending: "allowed",
  leaving: "allowed",
  input: z.strictObject({}),
  async run({ tx, ctx }) {
    const { account, session } = ctx.actor;
    const ended = await tx.$executeRaw`DELETE FROM session
      WHERE id = ${session.id}::uuid AND account_id = ${account.id}::uuid`;
    return { output: { status: "done" as const }, change: ended === 0 ? null : { target: session.id } };
  },
});
