import { isProductError } from "@pronaflow/contract";
import type { WorkspaceContext } from "../kernel/context.ts";
import { takeRate } from "../kernel/limiter.ts";
import { invitationRates } from "./invitation-rates.ts";

/** Takes one invitation from what the workspace and the inviter may send in a day. @throws RATE_LIMITED */
export async function takeDailyShare(ctx: WorkspaceContext): Promise<void> {
  await takeRate(ctx, invitationRates.mailedByInviter, ctx.actor.account.id);
  await takeRate(ctx, invitationRates.mailedByWorkspace, ctx.scope.workspaceId);
}

/** The same for a list of addresses: says how many of them may go out today. */
export async function takeDailyShares(ctx: WorkspaceContext, wanted: number): Promise<number> {
  for (let taken = 0; taken < wanted; taken++) {
    try {
      await takeDailyShare(ctx);
    } catch (error) {
      // The rows that came through stay good: the rest are answered one by one.
      if (isProductError(error) && error.code === "RATE_LIMITED") return taken;
      throw error;
    }
  }
  return wanted;
}
