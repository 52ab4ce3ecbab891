import * as inputs from "@pronaflow/contract/inputs/providers";
import { Done } from "@pronaflow/contract/outputs/identity";
import * as outputs from "@pronaflow/contract/outputs/providers";
import * as providers from "@pronaflow/core/providers";
import { publicProcedure, router, userProcedure } from "../trpc/init.ts";
import { admitFromProvider, leaveForProvider } from "../trpc/provider-answers.ts";

const tags = ["Identity"];

export const oauthRouter = router({
  providers: publicProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/auth/oauth/providers",
        summary: "List the sign-in providers that are configured",
        tags,
        protect: false,
      },
    })
    .output(outputs.ProviderChoices)
    .query(({ ctx }) => ({ providers: providers.listProviders(ctx) })),
  authorize: publicProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/auth/oauth/{provider}/authorize",
        summary: "Begin a sign-in with a provider: where to go, and the state cookie",
        tags,
        protect: false,
      },
    })
    .input(inputs.BeginProviderFlowInput)
    .output(outputs.ProviderAddress)
    .mutation(async ({ ctx, input }) => leaveForProvider(ctx, await providers.beginFlow(ctx, input))),
  callback: publicProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/auth/oauth/{provider}/callback",
        summary: "Sign in, or link, with what the provider sent the browser back with",
        tags,
        protect: false,
      },
    })
    .input(inputs.FinishProviderFlowInput)
    .output(outputs.ProviderAnswer)
    .mutation(async ({ ctx, input }) => admitFromProvider(ctx, await providers.finishFlow(ctx, input))),
  prove: publicProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/auth/oauth/prove",
        summary: "Prove the account that a provider's address belongs to, and link the two",
        tags,
        protect: false,
      },
    })
    .input(inputs.ProveOfferInput)
    .output(outputs.ProviderAnswer)
    .mutation(async ({ ctx, input }) => admitFromProvider(ctx, await providers.proveOffer(ctx, input))),
  list: userProcedure
    .meta({
      openapi: { method: "GET", path: "/auth/oauth/connections", summary: "List one's own connected providers", tags },
    })
    .output(outputs.Connections)
    .query(({ ctx }) => providers.listConnections(ctx)),
  link: userProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/auth/oauth/{provider}/link",
        summary: "Begin to link a provider to one's own account",
        tags,
      },
    })
    .input(inputs.LinkProviderInput)
    .output(outputs.ProviderAddress)
    .mutation(async ({ ctx, input }) => leaveForProvider(ctx, await providers.linkProvider(ctx, input))),
  unlink: userProcedure
    .meta({ openapi: { method: "POST", path: "/auth/oauth/unlink", summary: "Disconnect a provider", tags } })
    .input(inputs.UnlinkProviderInput)
    .output(Done)
    .mutation(({ ctx, input }) => providers.unlinkProvider(ctx, input)),
});
