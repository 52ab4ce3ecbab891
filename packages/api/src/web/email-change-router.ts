import * as inputs from "@pronaflow/contract/inputs/account";
import { CurrentEmailChange, EmailChangeUndone, EmailConfirmed } from "@pronaflow/contract/outputs/account";
import { Accepted, Done } from "@pronaflow/contract/outputs/identity";
import * as account from "@pronaflow/core/account";
import { publicProcedure, router, userProcedure } from "../trpc/init.ts";
import { handOver } from "../trpc/session-answers.ts";

const tags = ["Account"];

export const emailChangeRouter = router({
  get: userProcedure
    .meta({ openapi: { method: "GET", path: "/account/email-change", summary: "See one's change of address", tags } })
    .output(CurrentEmailChange)
    .query(async ({ ctx }) => ({ change: await account.getEmailChange(ctx) })),
  request: userProcedure
    .meta({
      openapi: { method: "POST", path: "/account/email-change", status: 202, summary: "Ask for another address", tags },
    })
    .input(inputs.RequestEmailChangeInput)
    .output(Accepted)
    .mutation(({ ctx, input }) => account.requestEmailChange(ctx, input)),
  cancel: userProcedure
    .meta({ openapi: { method: "DELETE", path: "/account/email-change", summary: "Take the request back", tags } })
    .output(Done)
    .mutation(({ ctx }) => account.cancelEmailChange(ctx, {})),
  confirm: publicProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/account/email-change/confirm",
        summary: "Confirm the new address by its link",
        tags,
        protect: false,
      },
    })
    .input(inputs.ConfirmEmailChangeInput)
    .output(EmailConfirmed)
    .mutation(async ({ ctx, input }) => {
      const { token, expiresAt, ...confirmed } = await account.confirmEmailChange(ctx, input);
      return token && expiresAt ? handOver(ctx, { ...confirmed, token, expiresAt }) : confirmed;
    }),
  undo: publicProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/account/email-change/undo",
        summary: "Take the change back at the old address",
        tags,
        protect: false,
      },
    })
    .input(inputs.OldAddressInput)
    .output(EmailChangeUndone)
    .mutation(({ ctx, input }) => account.undoEmailChange(ctx, input)),
  approve: publicProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/account/email-change/approve",
        summary: "Approve the change at the old address",
        tags,
        protect: false,
      },
    })
    .input(inputs.OldAddressInput)
    .output(Done)
    .mutation(({ ctx, input }) => account.approveEmailChange(ctx, input)),
});
