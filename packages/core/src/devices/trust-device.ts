import { hashToken } from "@pronaflow/auth";
import type { Tx } from "@pronaflow/db";
import type { RequestContext } from "../kernel/context.ts";

/** How long a device is spared the second step (spec ID-6). */
const TRUST_DAYS = 30;

/**
 * Trusts the device that signs in, known by now: `newToken` is what it was just given, where it had none. Says until
 * when; null in the console, which trusts none.
 */
export async function trustDevice(
  tx: Tx,
  ctx: RequestContext,
  accountId: string,
  newToken: string | null,
): Promise<string | null> {
  const token = newToken ?? ctx.deviceToken;
  if (!token || ctx.services.audience === "admin") return null;
  const until = new Date(ctx.services.clock.now().getTime() + TRUST_DAYS * 24 * 60 * 60 * 1000);
  await tx.$executeRaw`UPDATE known_device SET trusted_until = ${until}
    WHERE account_id = ${accountId}::uuid AND token_hash = ${hashToken(token)}`;
  return until.toISOString();
}
