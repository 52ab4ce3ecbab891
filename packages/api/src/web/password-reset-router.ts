import * as inputs from "@pronaflow/contract/inputs/identity";
import * as outputs from "@pronaflow/contract/outputs/identity";
import * as identity from "@pronaflow/core/identity";
import { publicProcedure, router } from "../trpc/init.ts";

const tags = ["Identity"];

export const passwordResetRouter = router({
  request: publicProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/auth/password-reset",
        status: 202,
        summary: "Ask for a reset link",
        tags,
        protect: false,
      },
    })
    .input(inputs.RequestPasswordResetInput)
    .output(outputs.Accepted)
    .mutation(({ ctx, input }) => identity.requestPasswordReset(ctx, input)),
  confirm: publicProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/auth/password-reset/confirm",
        summary: "Set a new password by a reset link",
        tags,
        protect: false,
      },
    })
    .input(inputs.ResetPasswordInput)
    .output(outputs.Done)
    .mutation(({ ctx, input }) => identity.resetPassword(ctx, input)),
});
