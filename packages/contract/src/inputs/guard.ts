import * as z from "zod";
import { CaptchaChallenge } from "../outputs/guard.ts";
import { GivenPassword, LinkToken } from "./identity.ts";

export const UnlockAccountInput = z.strictObject({ token: LinkToken });

/** One's own password again, wherever a prompt asks for it. */
export const ProvePasswordInput = z.strictObject({ password: GivenPassword });

/** What `captcha` holds, as base64 of JSON: a challenge as it was given, and the number that solves it. */
export const CaptchaSolution = z.object({
  challenge: CaptchaChallenge,
  solution: z.object({
    counter: z.number().int().nonnegative().max(0xff_ff_ff_ff),
    derivedKey: z.string().regex(/^[0-9a-f]{2,128}$/, "INVALID"),
  }),
});
