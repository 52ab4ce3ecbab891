import { ExpireAccountInput } from "@pronaflow/contract/inputs/identity";
import { systemCommand } from "../kernel/command.ts";
import { PENDING_KEPT_MS } from "./list-expired-pending.ts";
import { lockAccount } from "./records.ts";

/**
 * Removes an account whose address was never verified: its address and username are free again. One that was verified
 * meanwhile, or that is in a workspace, stays.
 */
export const expireAccount = systemCommand({
  action: "account.expired",
  permission: "accounts.maintain",
  input: ExpireAccountInput,
  async run({ tx, ctx, input }) {
    const output = { id: input.accountId };
    const account = await lockAccount(tx, { id: input.accountId });
    const keptUntil = (account?.createdAt.getTime() ?? 0) + PENDING_KEPT_MS;
    if (account?.status !== "PENDING" || keptUntil > ctx.services.clock.now().getTime())
      return { output, change: null };
    const removed = await tx.$executeRaw`DELETE FROM account WHERE id = ${account.id}::uuid
      AND NOT EXISTS (SELECT FROM membership WHERE account_id = ${account.id}::uuid)`;
    if (removed === 0) return { output, change: null };
    return { output, change: { target: account.id, before: { status: "PENDING" }, reason: input.reason } };
  },
});
