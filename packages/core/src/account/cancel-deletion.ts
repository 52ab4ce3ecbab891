import { fail } from "@pronaflow/contract";
import * as z from "zod";
import { lockAccount } from "../identity/records.ts";
import { userCommand } from "../kernel/command.ts";
import { noticeMail } from "../notices/notice-mail.ts";

/** Keeps an account that was on its way out, within its 14 days. Nothing happens where it was not. */
export const cancelDeletion = userCommand({
  action: "account.deletion_cancelled",
  leaving: "allowed",
  input: z.strictObject({}),
  async run({ tx, ctx }) {
    const output = { status: "done" as const };
    const account = (await lockAccount(tx, { id: ctx.actor.account.id })) ?? fail("UNAUTHENTICATED");
    const now = ctx.services.clock.now();
    const kept = await tx.$executeRaw`UPDATE account SET deletion_due_at = NULL, updated_at = ${now}
      WHERE id = ${account.id}::uuid AND status <> 'DELETED' AND deletion_due_at > ${now}`;
    if (kept === 0) return { output, change: null };
    const mail = await noticeMail(tx, ctx, account, { template: "deletion-cancelled", facts: {} });
    return { output, change: { target: account.id }, mails: [mail] };
  },
});
