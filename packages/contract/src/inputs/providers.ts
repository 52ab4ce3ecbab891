import * as z from "zod";
import { BackupCode, TotpCode } from "./factors.ts";
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

/** The proof of the account that an address belongs to: its password or one of its factors, exactly one of the three. */
export const ProveOfferInput = z
  .strictObject({
    offerId: LinkToken,
    password: GivenPassword.optional(),
    code: TotpCode.optional(),
    backupCode: BackupCode.optional(),
  })
  .refine(
    ({ password, code, backupCode }) =>
      [password, code, backupCode].filter((given) => given !== undefined).length === 1,
    { path: ["password"], message: "REQUIRED" },
  );
export const LinkProviderInput = z.strictObject({ provider: ProviderName });
export const UnlinkProviderInput = z.strictObject({ connectionId: z.uuid("INVALID") });
