import { fail } from "@pronaflow/contract";
import * as z from "zod";
import { lockAccount } from "../identity/records.ts";
import { userCommand } from "../kernel/command.ts";

/** Takes back one's own request for another address while it waits. Nothing happens where there is none. */
export const cancelEmailChange = userCommand({
  action: "email_change.undone",
  input: z.strictObject({}),
  async run({ tx, ctx }) {
    const { id } = (await lockAccount(tx, { id: ctx.actor.account.id })) ?? fail("UNAUTHENTICATED");
    const ended = await tx.$executeRaw`UPDATE email_change SET undone_at = ${ctx.services.clock.now()}
      WHERE account_id = ${id}::uuid AND confirmed_at IS NULL AND undone_at IS NULL`;
    return { output: { status: "done" as const }, change: ended === 0 ? null : { target: id } };
  },
});
