import * as inputs from "@pronaflow/contract/inputs/tokens";
import * as outputs from "@pronaflow/contract/outputs/identity";
import { CreatedToken, PersonalTokens } from "@pronaflow/contract/outputs/tokens";
import * as tokens from "@pronaflow/core/tokens";
import { router, userProcedure } from "../trpc/init.ts";

const tags = ["Access tokens"];

export const tokensRouter = router({
  list: userProcedure
    .meta({ openapi: { method: "GET", path: "/account/tokens", summary: "List one's own access tokens", tags } })
    .output(PersonalTokens)
    .query(async ({ ctx }) => ({ tokens: await tokens.listTokens(ctx) })),
  create: userProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/account/tokens",
        status: 201,
        summary: "Make an access token; it is shown this once",
        tags,
      },
    })
    .input(inputs.CreateTokenInput)
    .output(CreatedToken)
    .mutation(({ ctx, input }) => tokens.createToken(ctx, input)),
  revoke: userProcedure
    .meta({
      openapi: { method: "DELETE", path: "/account/tokens/{tokenId}", summary: "Revoke an access token", tags },
    })
    .input(inputs.RevokeTokenInput)
    .output(outputs.Done)
    .mutation(({ ctx, input }) => tokens.revokeToken(ctx, input)),
});
