import * as z from "zod";
import { GivenPassword, LinkToken } from "./identity.ts";

/** Key of a provider. One that is not configured is not found, whatever it is called. */
const ProviderName = z.string().regex(/^[a-z]{2,20}$/, "INVALID");

/** A path of the app: browsers drop tabs and line breaks and read `\` as `/`, so only plain printable characters pass. */
const ReturnTo = z
  .string()
  .max(500, "INVALID")
  .regex(/^\/(?!\/|sign-in)[!-[\]-~]*$/, "INVALID");

export const BeginProviderFlowInput = z.strictObject({ provider: ProviderName, returnTo: ReturnTo.optional() });
export const FinishProviderFlowInput = z.strictObject({
  provider: ProviderName,
  code: z.string().min(1, "REQUIRED").max(4096, "INVALID"),
  state: LinkToken,
  iss: z.string().max(500, "INVALID").optional(),
});
export const ProveOfferInput = z.strictObject({ offerId: LinkToken, password: GivenPassword });
export const LinkProviderInput = z.strictObject({ provider: ProviderName });
export const UnlinkProviderInput = z.strictObject({ connectionId: z.uuid("INVALID") });
