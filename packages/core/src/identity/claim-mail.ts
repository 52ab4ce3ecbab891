import { isProductError } from "@pronaflow/contract";
import type { RequestContext } from "../kernel/context.ts";
import { takeRate } from "../kernel/limiter.ts";
import { identityRates } from "./identity-rates.ts";

/** Takes one call of the two limits on verification mails for an address. @throws RATE_LIMITED */
export async function claimVerificationMail(ctx: RequestContext, emailNormal: string): Promise<void> {
  await takeRate(ctx, identityRates.verificationPerMinute, emailNormal);
  await takeRate(ctx, identityRates.verificationPerHour, emailNormal);
}

/** Whether the owner of an address may be told once more that it is taken. Asked of every address, taken or not. */
export async function claimMail(ctx: RequestContext, emailNormal: string): Promise<boolean> {
  try {
    await takeRate(ctx, identityRates.alreadyRegisteredPerEmail, emailNormal);
    return true;
  } catch (error) {
    // A limit must not answer differently for a taken address: the mail stays away, the answer does not change.
    if (isProductError(error) && error.code === "RATE_LIMITED") return false;
    throw error;
  }
}
