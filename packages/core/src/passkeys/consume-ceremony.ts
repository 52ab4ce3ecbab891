import type { Tx } from "@pronaflow/db";
import type { RequestContext } from "../kernel/context.ts";
import type { Ceremony } from "./begin-ceremony.ts";

/**
 * Uses a challenge up, once under any number of callers, whether its answer turns out right or not. False where it is not
 * one of this ceremony's, was used before, or ran out.
 */
export async function consumeCeremony(
  tx: Tx,
  ctx: RequestContext,
  { purpose, accountId }: Ceremony,
  challenge: Buffer<ArrayBuffer> | null,
): Promise<boolean> {
  if (!challenge) return false;
  const now = ctx.services.clock.now();
  const consumed = await tx.$executeRaw`UPDATE passkey_ceremony SET used_at = ${now}
    WHERE challenge = ${challenge} AND purpose = ${purpose}::"CeremonyPurpose"
      AND account_id IS NOT DISTINCT FROM ${accountId}::uuid AND used_at IS NULL AND expires_at > ${now}`;
  return consumed === 1;
}
