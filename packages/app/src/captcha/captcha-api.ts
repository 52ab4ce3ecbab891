import type { CaptchaChallenge } from "@pronaflow/contract/outputs/guard";
import type * as z from "zod";
import type { Query } from "../trpc/call.ts";

/** The call that gets a challenge. */
export interface CaptchaApi {
  captcha: Query<z.output<typeof CaptchaChallenge>>;
}
