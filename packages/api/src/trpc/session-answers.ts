import type { MfaVerified } from "@pronaflow/contract/outputs/factors";
import type { SecondFactorRequired, SignInAnswer } from "@pronaflow/contract/outputs/identity";
import type { RegisterAnswer } from "@pronaflow/contract/outputs/invitations";
import type { Verified } from "@pronaflow/core/factors";
import type { Entered, Registered } from "@pronaflow/core/identity";
import type { ApiContext } from "./context.ts";

/** Sends a new session token: always as the cookie, in the answer only where no page's script can read it. */
export function handOver<Answer extends { token: string; expiresAt: string }>(
  ctx: ApiContext,
  answer: Answer,
): Omit<Answer, "token"> & { token?: string } {
  ctx.setCookie(ctx.services.sessions.cookie(answer.token, new Date(answer.expiresAt)));
  if (ctx.showsToken) return answer;
  const { token: _token, ...rest } = answer;
  return rest;
}

/**
 * Answers a sign-in: the session as `handOver` does, with the device's cookie where the browser had none; a challenge as
 * it is, with no cookie of any kind.
 */
export function admit(ctx: ApiContext, answer: Entered | SecondFactorRequired): SignInAnswer {
  if ("mfaRequired" in answer) return answer;
  const { deviceToken, ...entered } = answer;
  if (deviceToken) ctx.setCookie(ctx.services.sessions.deviceCookie(deviceToken));
  return handOver(ctx, entered);
}

/** Answers a sign-in that took two steps: the session and the device's cookie as `admit` does. */
export function admitVerified(ctx: ApiContext, answer: Verified): MfaVerified {
  const { deviceToken, ...entered } = answer;
  if (deviceToken) ctx.setCookie(ctx.services.sessions.deviceCookie(deviceToken));
  return handOver(ctx, entered);
}

/** Answers a registration: by an invitation the session as `admit` does and the place beside it; a mail on its way as it is. */
export function admitRegistered(ctx: ApiContext, answer: Registered): RegisterAnswer {
  if ("status" in answer || "mfaRequired" in answer) return answer;
  const { joined, deviceToken, ...entered } = answer;
  if (deviceToken) ctx.setCookie(ctx.services.sessions.deviceCookie(deviceToken));
  return { ...handOver(ctx, entered), joined };
}

/** Takes the session's cookie away. */
export function takeCookieAway(ctx: ApiContext): void {
  ctx.setCookie(ctx.services.sessions.blankCookie());
}
