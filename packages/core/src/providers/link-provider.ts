import { LinkProviderInput } from "@pronaflow/contract/inputs/providers";
import { userCommand } from "../kernel/command.ts";
import { takeRateByAddress } from "../kernel/limiter.ts";
import { openFlow, planFlow } from "./open-flow.ts";
import { providerRates } from "./rules.ts";

/**
 * Begins to link a provider to one's own account, with a fresh proof that it is its owner who asks. The link is made, and
 * recorded, where the flow ends: in `finishFlow`, for the same account in the same browser.
 * @throws STEP_UP_REQUIRED, NOT_FOUND, PROVIDER_UNAVAILABLE, RATE_LIMITED.
 */
export const linkProvider = userCommand({
  action: "provider.linked",
  stepUp: true,
  input: LinkProviderInput,
  async prepare({ ctx, input }) {
    await takeRateByAddress(ctx, providerRates.begin);
    return await planFlow(ctx, input.provider);
  },
  async run({ tx, ctx, prepared }) {
    await openFlow(tx, ctx, { ...prepared, accountId: ctx.actor.account.id, returnTo: null });
    return { output: { url: prepared.url, browserToken: prepared.browserToken }, change: null };
  },
});
