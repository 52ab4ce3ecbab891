import * as z from "zod";

const Hex = z.string().regex(/^[0-9a-f]{2,128}$/, "INVALID");

/** A proof-of-work challenge of ALTCHA. */
export const CaptchaChallenge = z.object({
  parameters: z.strictObject({
    algorithm: z.literal("PBKDF2/SHA-256"),
    nonce: Hex,
    salt: Hex,
    cost: z.literal(2_000),
    keyLength: z.literal(32),
    keyPrefix: Hex,
    data: z.strictObject({ expires: z.number().int() }),
  }),
  signature: Hex,
});
