import { ScheduleDeletionInput } from "@pronaflow/contract/inputs/account";
import { Deletion, DeletionScheduled } from "@pronaflow/contract/outputs/account";
import { Done } from "@pronaflow/contract/outputs/identity";
import * as account from "@pronaflow/core/account";
import { leavingProcedure, router, userProcedure } from "../trpc/init.ts";
import { takeCookieAway } from "../trpc/session-answers.ts";

const tags = ["Account"];

export const deletionRouter = router({
  get: leavingProcedure(null)
    .meta({ openapi: { method: "GET", path: "/account/deletion", summary: "What deleting one's account takes", tags } })
    .output(Deletion)
    .query(({ ctx }) => account.getDeletion(ctx)),
  schedule: userProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/account/deletion",
        status: 202,
        summary: "Delete one's account in 14 days",
        tags,
      },
    })
    .input(ScheduleDeletionInput)
    .output(DeletionScheduled)
    .mutation(async ({ ctx, input }) => {
      const scheduled = await account.scheduleDeletion(ctx, input);
      takeCookieAway(ctx);
      return scheduled;
    }),
  cancel: leavingProcedure(null)
    .meta({ openapi: { method: "DELETE", path: "/account/deletion", summary: "Keep the account", tags } })
    .output(Done)
    .mutation(({ ctx }) => account.cancelDeletion(ctx, {})),
});
