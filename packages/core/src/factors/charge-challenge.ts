import { fail } from "@pronaflow/contract";
import type { Tx } from "@pronaflow/db";
import type { Refusal } from "../kernel/command.ts";
import type { RequestContext } from "../kernel/context.ts";
import { CHALLENGE_FAILURES } from "./rules.ts";

/**
 * Counts a wrong code against its challenge; the fifth ends it. The refusal says how many tries are left.
 * @throws CHALLENGE_GONE where it had ended already: a code is not judged then, and nothing is counted.
 */
export async function chargeChallenge(
  tx: Tx,
  ctx: RequestContext,
  tokenHash: Buffer<ArrayBuffer>,
  refusal: Refusal,
): Promise<Refusal> {
  const { clock, audience } = ctx.services;
  const now = clock.now();
  const [charged] = await tx.$queryRaw<{ failures: number }[]>`UPDATE sign_in_challenge SET failures = failures + 1
    WHERE token_hash = ${tokenHash} AND audience = ${audience.toUpperCase()}::"Audience" AND used_at IS NULL
      AND expires_at > ${now} AND failures < ${CHALLENGE_FAILURES}
    RETURNING failures`;
  if (!charged) return fail("CHALLENGE_GONE");
  return { ...refusal, meta: { ...refusal.meta, triesLeft: CHALLENGE_FAILURES - charged.failures } };
}
