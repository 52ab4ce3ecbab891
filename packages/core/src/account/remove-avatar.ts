import * as z from "zod";
import { userCommand } from "../kernel/command.ts";
import { avatarAt } from "./get-avatar.ts";

/** Takes one's own picture away; one's initials stand in its place. Without one nothing changes. */
export const removeAvatar = userCommand({
  action: "account.avatar_removed",
  input: z.strictObject({}),
  async run({ tx, ctx }) {
    const { id } = ctx.actor.account;
    const removed = await tx.$executeRaw`DELETE FROM account_avatar WHERE account_id = ${id}::uuid`;
    return { output: avatarAt(id, null), change: removed > 0 ? { target: id } : null };
  },
});
