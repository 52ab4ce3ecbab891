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

/** Takes the session's cookie away. */
export function takeCookieAway(ctx: ApiContext): void {
  ctx.setCookie(ctx.services.sessions.blankCookie());
}
