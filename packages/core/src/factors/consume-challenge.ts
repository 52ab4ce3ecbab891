import { fail } from "@pronaflow/contract";
import type { Tx } from "@pronaflow/db";
import type { RequestContext } from "../kernel/context.ts";
import type { SessionWay } from "../sessions/open-session.ts";
import { CHALLENGE_FAILURES } from "./rules.ts";

/**
 * Uses a challenge up, once under any number of callers, and says how its sign-in began.
 * @throws CHALLENGE_GONE
 */
export async function consumeChallenge(
  tx: Tx,
  ctx: RequestContext,
  tokenHash: Buffer<ArrayBuffer>,
): Promise<{ way: SessionWay }> {
  const { clock, audience } = ctx.services;
  const now = clock.now();
  const [consumed] = await tx.$queryRaw<{ way: SessionWay }[]>`UPDATE sign_in_challenge SET used_at = ${now}
    WHERE token_hash = ${tokenHash} AND audience = ${audience.toUpperCase()}::"Audience" AND used_at IS NULL
      AND expires_at > ${now} AND failures < ${CHALLENGE_FAILURES}
    RETURNING way`;
  return consumed ?? fail("CHALLENGE_GONE");
}
