import type { SecondFactorRequired } from "@pronaflow/contract/outputs/identity";
import type { ProviderAnswer } from "@pronaflow/contract/outputs/providers";
import type { Entered } from "@pronaflow/core/identity";
import { FLOW_TTL_SECONDS } from "@pronaflow/core/providers";
import type { ApiContext } from "./context.ts";
import { admit } from "./session-answers.ts";

type Finished =
  | ((Entered | SecondFactorRequired) & { returnTo: string | null })
  | Exclude<ProviderAnswer, { returnTo: unknown }>;

/** Answers where to go, and binds the way there and back to this browser by its cookie. */
export function leaveForProvider(ctx: ApiContext, begun: { url: string; browserToken: string }): { url: string } {
  ctx.setCookie(ctx.services.sessions.flowCookie(begun.browserToken, FLOW_TTL_SECONDS));
  return { url: begun.url };
}

/** Answers the end of a flow as a sign-in is answered; the flow's cookie goes once nothing waits for it any more. */
export function admitFromProvider(ctx: ApiContext, answer: Finished): ProviderAnswer {
  if ("proofRequired" in answer) {
    if (ctx.flowToken) ctx.setCookie(ctx.services.sessions.flowCookie(ctx.flowToken, FLOW_TTL_SECONDS));
    return answer;
  }
  ctx.setCookie(ctx.services.sessions.flowCookie("", 0));
  return "returnTo" in answer ? { ...admit(ctx, answer), returnTo: answer.returnTo } : answer;
}
