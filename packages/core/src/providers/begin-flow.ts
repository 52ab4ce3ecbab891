import { BeginProviderFlowInput } from "@pronaflow/contract/inputs/providers";
import { guestCommand } from "../kernel/command.ts";
import { takeRateByAddress } from "../kernel/limiter.ts";
import { openFlow, planFlow } from "./open-flow.ts";
import { providerRates } from "./rules.ts";

/**
 * Begins a sign-in with a provider: where the browser is to go, and what its flow cookie has to hold. Nothing has
 * happened to anybody's account yet, so no act is recorded.
 * @throws NOT_FOUND, PROVIDER_UNAVAILABLE, RATE_LIMITED.
 */
export const beginFlow = guestCommand({
  action: "session.created",
  input: BeginProviderFlowInput,
  async prepare({ ctx, input }) {
    await takeRateByAddress(ctx, providerRates.begin);
    return await planFlow(ctx, input.provider);
  },
  async run({ tx, ctx, input, prepared }) {
    await openFlow(tx, ctx, { ...prepared, accountId: null, returnTo: input.returnTo ?? null });
    return { output: { url: prepared.url, browserToken: prepared.browserToken }, change: null };
  },
});
