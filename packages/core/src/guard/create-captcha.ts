import type { CaptchaSolution } from "@pronaflow/contract/inputs/guard";
import { CaptchaChallenge } from "@pronaflow/contract/outputs/guard";
import { createChallenge, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import type * as z from "zod";
import type { RequestContext } from "../kernel/context.ts";
import { takeRateByAddress } from "../kernel/limiter.ts";
import { CAPTCHA_TTL_SECONDS, captchaByAddress } from "./rules.ts";

/**
 * Makes an ALTCHA challenge: a number to be found by trying, half a second's work for a browser. Signed, not stored; its
 * end is in the signed data, by the product's own clock.
 * @throws RATE_LIMITED
 */
export async function createCaptcha(ctx: RequestContext): Promise<z.output<typeof CaptchaChallenge>> {
  await takeRateByAddress(ctx, captchaByAddress);
  const challenge = await createChallenge({
    algorithm: "PBKDF2/SHA-256",
    cost: 2_000,
    keyPrefix: "00",
    deriveKey,
    hmacSignatureSecret: secretsOf(ctx)[0] ?? "",
    data: { expires: ctx.services.clock.now().getTime() + CAPTCHA_TTL_SECONDS * 1000 },
  });
  return CaptchaChallenge.parse(challenge);
}

/** Whether a challenge is one of ours, as it was made, and its solution right; older keys of the ring still count. */
export async function isSolved(ctx: RequestContext, given: z.output<typeof CaptchaSolution>): Promise<boolean> {
  for (const hmacSignatureSecret of secretsOf(ctx)) {
    const { verified } = await verifySolution({ ...given, deriveKey, hmacSignatureSecret });
    if (verified) return true;
  }
  return false;
}

function secretsOf(ctx: RequestContext): string[] {
  return ctx.services.keys.deriveAll("captcha").map(({ key }) => key.toString("hex"));
}
