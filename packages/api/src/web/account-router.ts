import { ListActivityInput } from "@pronaflow/contract/inputs/account";
import * as inputs from "@pronaflow/contract/inputs/identity";
import { ActivityPage } from "@pronaflow/contract/outputs/account";
import * as outputs from "@pronaflow/contract/outputs/identity";
import { listActivity } from "@pronaflow/core/account";
import * as identity from "@pronaflow/core/identity";
import { router, userProcedure } from "../trpc/init.ts";
import { avatarRouter } from "./avatar-router.ts";
import { deletionRouter } from "./deletion-router.ts";
import { emailChangeRouter } from "./email-change-router.ts";
import { exportRouter } from "./export-router.ts";
import { tokensRouter } from "./tokens-router.ts";

const tags = ["Account"];

export const accountRouter = router({
  tokens: tokensRouter,
  emailChange: emailChangeRouter,
  deletion: deletionRouter,
  export: exportRouter,
  avatar: avatarRouter,
  activity: userProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/account/activity",
        summary: "What happened on one's account, newest first",
        tags,
      },
    })
    .input(ListActivityInput)
    .output(ActivityPage)
    .query(({ ctx, input }) => listActivity(ctx, input)),
  update: userProcedure
    .meta({ openapi: { method: "PATCH", path: "/account", summary: "Change one's own profile", tags } })
    .input(inputs.UpdateProfileInput)
    .output(outputs.User)
    .mutation(({ ctx, input }) => identity.updateProfile(ctx, input)),
  changePendingAddress: userProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/account/pending-address",
        status: 202,
        summary: "Choose another address before the first is verified",
        tags,
      },
    })
    .input(inputs.ChangePendingAddressInput)
    .output(outputs.VerificationSent)
    .mutation(({ ctx, input }) => identity.changePendingAddress(ctx, input)),
});
