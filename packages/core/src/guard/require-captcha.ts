import { fail } from "@pronaflow/contract";
import { CaptchaSolution } from "@pronaflow/contract/inputs/guard";
import type { RequestContext } from "../kernel/context.ts";
import { spendOnce } from "../kernel/limiter.ts";
import { reading } from "../kernel/transaction.ts";
import { isSolved } from "./create-captcha.ts";
import { CAPTCHA_FAILURES, CAPTCHA_TTL_SECONDS, LOCK_SECONDS } from "./rules.ts";

/**
 * Wants a solved challenge with the call, where CAPTCHA is on: one that the server made, still good, and not used yet, under
 * any number of callers at once. What cannot be read is as good as none.
 * @throws CAPTCHA_REQUIRED: get a challenge, solve it, repeat the call.
 */
export async function requireCaptcha(ctx: RequestContext, captcha: string | undefined): Promise<void> {
  const { env, clock } = ctx.services;
  if (env.CAPTCHA === "off") return;
  const given = CaptchaSolution.safeParse(decode(captcha)).data ?? fail("CAPTCHA_REQUIRED");
  const { expires } = given.challenge.parameters.data;
  const now = clock.now().getTime();
  if (expires <= now || expires > now + CAPTCHA_TTL_SECONDS * 1000) fail("CAPTCHA_REQUIRED");
  if (!(await isSolved(ctx, given))) fail("CAPTCHA_REQUIRED");
  // Remembered for longer than a challenge lives.
  const isFirst = await spendOnce(ctx, "captcha-used", given.challenge.parameters.nonce, 2 * CAPTCHA_TTL_SECONDS);
  if (!isFirst) fail("CAPTCHA_REQUIRED");
}

/**
 * The same, from the fourth sign-in on after three that failed within fifteen minutes: for what was typed, or from one
 * address. By what was typed and not by account: that two names are one account is nobody's to learn.
 * @throws CAPTCHA_REQUIRED
 */
export async function requireCaptchaAfterFailures(
  ctx: RequestContext,
  identifier: string,
  captcha: string | undefined,
): Promise<void> {
  const { env, db, clock, keys } = ctx.services;
  if (env.CAPTCHA === "off") return;
  const since = new Date(clock.now().getTime() - LOCK_SECONDS * 1000);
  const [row] = await reading(() =>
    db.hot<{ failed: boolean }>(
      "sign_in_failures",
      `SELECT (SELECT count(*) FROM auth_attempt WHERE identifier_hash = $1 AND at > $3 AND ${FAILED}) >= $4
         OR (SELECT count(*) FROM auth_attempt WHERE ip = $2 AND at > $3 AND ${FAILED}) >= $4 AS failed`,
      [keys.mac("attempt-identifier", identifier), ctx.ip, since, CAPTCHA_FAILURES],
    ),
  );
  if (row?.failed !== false) await requireCaptcha(ctx, captcha);
}

const FAILED = "kind = 'sign_in' AND outcome = 'invalid_credentials'";

function decode(captcha: string | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(captcha ?? "", "base64").toString("utf8"));
  } catch {
    return null;
  }
}
