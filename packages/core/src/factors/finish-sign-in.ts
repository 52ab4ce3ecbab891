import { fail } from "@pronaflow/contract";
import type { Tx } from "@pronaflow/db";
import { trustDevice } from "../devices/trust-device.ts";
import type { Entrant } from "../identity/admit-account.ts";
import type { Entered } from "../identity/enter-account.ts";
import { enterAccount } from "../identity/enter-account.ts";
import type { Attempt } from "../kernel/attempts.ts";
import type { Outcome } from "../kernel/command.ts";
import type { RequestContext } from "../kernel/context.ts";
import { consumeChallenge } from "./consume-challenge.ts";

/** A challenge whose second factor was right. */
export interface MetChallenge {
  tokenHash: Buffer<ArrayBuffer>;
  /** By what it was met, for the audit. */
  factor: "totp" | "backup_code" | "passkey";
  /** Spares this browser the second step for 30 days, in the user app. */
  trustsDevice: boolean;
}

/**
 * Opens the session of two factors that a challenge was for. The caller holds the account's row lock.
 * @throws CHALLENGE_GONE
 */
export async function finishSignIn(
  tx: Tx,
  ctx: RequestContext,
  entrant: Entrant,
  met: MetChallenge,
  attempt: Attempt,
): Promise<Outcome<Entered>> {
  // Consumed before the session is raised: a replay meets a used row.
  const { way } = await consumeChallenge(tx, ctx, met.tokenHash);
  const { output, change, mails } = await enterAccount(tx, ctx, entrant, { way, assurance: 2 }, attempt);
  if (!("token" in output)) return fail("CHALLENGE_GONE");
  const { id } = entrant.account;
  const trustedUntil = met.trustsDevice ? await trustDevice(tx, ctx, id, output.deviceToken) : null;
  const after = { ...change?.after, factor: met.factor, trustedUntil };
  return { output, change: { target: id, ...change, after }, ...(mails && { mails }) };
}
