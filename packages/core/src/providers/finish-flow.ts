import { fail, normaliseEmail } from "@pronaflow/contract";
import { FinishProviderFlowInput } from "@pronaflow/contract/inputs/providers";
import { claimMail, claimVerificationMail } from "../identity/claim-mail.ts";
import type { Outcome } from "../kernel/command.ts";
import { guestCommand } from "../kernel/command.ts";
import type { RequestContext } from "../kernel/context.ts";
import { takeRateByAddress } from "../kernel/limiter.ts";
import { askProvider } from "./ask-provider.ts";
import { completeLink } from "./complete-link.ts";
import { consumeFlow } from "./records.ts";
import type { Resolved } from "./resolve-identity.ts";
import { resolveIdentity } from "./resolve-identity.ts";
import { findProvider, providerRates, toNewcomer } from "./rules.ts";

/**
 * Ends a way to a provider and back: uses the flow up, has the provider say who came, and signs that person in, makes
 * their account, asks for the proof of one they have, or links the account that began the flow.
 * @throws CHALLENGE_GONE, PROVIDER_REFUSED (also for an account that may not come in), PROVIDER_UNAVAILABLE,
 *   PROVIDER_TAKEN, NOT_FOUND, RATE_LIMITED.
 */
export const finishFlow = guestCommand({
  action: "session.created",
  attempt: "sign_in",
  input: FinishProviderFlowInput,
  async prepare({ ctx, input }) {
    await takeRateByAddress(ctx, providerRates.finish);
    const provider = findProvider(ctx, input.provider);
    const flow = await consumeFlow(ctx, input);
    if (flow.accountId && flow.accountId !== ctx.actor?.account.id) return fail("CHALLENGE_GONE");
    const secrets = { state: input.state, nonce: flow.nonce, codeVerifier: flow.codeVerifier };
    const identity = await askProvider(ctx, provider, () =>
      provider.identify(secrets, { code: input.code, iss: input.iss }),
    );
    const newcomer = toNewcomer(identity);
    const isUnproven = !flow.accountId && newcomer !== null && !newcomer.isEmailVerified;
    const mayMail = isUnproven ? await mayMailTo(ctx, normaliseEmail(newcomer.email)) : false;
    return { flow, identity, newcomer, provider, mayMail };
  },
  async run({ tx, ctx, prepared, attempt }): Promise<Outcome<Resolved | { status: "linked" }>> {
    const { flow } = prepared;
    if (flow.accountId) return await completeLink(tx, ctx, { ...prepared, accountId: flow.accountId }, attempt);
    return await resolveIdentity(tx, ctx, prepared, attempt);
  },
});

/** Whether an address that the provider has not proven may be written to once more. Asked of every one, taken or not. */
async function mayMailTo(ctx: RequestContext, emailNormal: string): Promise<boolean> {
  if (!(await claimMail(ctx, emailNormal))) return false;
  return await claimVerificationMail(ctx, emailNormal).then(
    () => true,
    () => false,
  );
}
