import { hashToken, newToken } from "@pronaflow/auth";
import type { Tx } from "@pronaflow/db";
import type { RequestContext } from "../kernel/context.ts";
import type { SessionWay } from "../sessions/open-session.ts";

/** Time to reach for the second factor: ten minutes, as for a way to a provider and back (spec ID-11). */
export const CHALLENGE_TTL_SECONDS = 10 * 60;

/** Begins a sign-in that waits for its second factor. The id is a secret of its caller: only its hash is stored. */
export async function issueChallenge(
  tx: Tx,
  ctx: RequestContext,
  begun: { accountId: string; way: SessionWay },
): Promise<{ challengeId: string; expiresAt: string }> {
  const { clock, random, audience } = ctx.services;
  const now = clock.now();
  const challengeId = newToken((size) => random.bytes(size));
  const expiresAt = new Date(now.getTime() + CHALLENGE_TTL_SECONDS * 1000);
  await tx.$executeRaw`INSERT INTO sign_in_challenge (id, token_hash, account_id, audience, way, created_at, expires_at)
    VALUES (${random.uuid()}::uuid, ${hashToken(challengeId)}, ${begun.accountId}::uuid,
      ${audience.toUpperCase()}::"Audience", ${begun.way}, ${now}, ${expiresAt})`;
  return { challengeId, expiresAt: expiresAt.toISOString() };
}
