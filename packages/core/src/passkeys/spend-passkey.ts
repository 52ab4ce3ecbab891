import type { Tx } from "@pronaflow/db";
import { openIncident } from "../incidents/open-incident.ts";
import type { Refusal } from "../kernel/command.ts";
import type { RequestContext } from "../kernel/context.ts";
import type { Ceremony } from "./begin-ceremony.ts";
import { consumeCeremony } from "./consume-ceremony.ts";
import type { ExaminedPasskey } from "./examine-passkey.ts";
import { partyOf } from "./records.ts";

/** A passkey that was right; its challenge is used up. */
export interface SpentPasskey {
  passkeyId: string;
}

/** One answer for everything that may be wrong with a passkey. What was written before it stays written. */
export const PASSKEY_REFUSAL: Refusal = { refusal: "PASSKEY_REFUSED", change: null };

/**
 * Accepts a passkey's answer once and moves its counter on. A counter that does not rise means that the key exists twice
 * (WebAuthn §6.1.1): that is refused, written into the audit, and opens an incident. The caller holds the account's row lock, if there is one,
 * and returns a refusal from `run`, so that the challenge stays used.
 */
export async function spendPasskey(
  tx: Tx,
  ctx: RequestContext,
  ceremony: Ceremony,
  { challenge, proven }: ExaminedPasskey,
): Promise<SpentPasskey | Refusal> {
  const isOpen = await consumeCeremony(tx, ctx, ceremony, challenge);
  if (!isOpen || !proven) return PASSKEY_REFUSAL;
  const { passkeyId, accountId, counter, isBackedUp } = proven;
  const used = await tx.$executeRaw`UPDATE passkey SET counter = ${counter}::bigint, is_backed_up = ${isBackedUp},
      last_used_at = ${ctx.services.clock.now()}, rp_id = ${partyOf(ctx).id}
    WHERE id = ${passkeyId}::uuid AND account_id = ${accountId}::uuid
      AND (counter < ${counter}::bigint OR (counter = 0 AND ${counter}::bigint = 0))`;
  if (used === 1) return { passkeyId };
  const [left] = await tx.$queryRaw<{ name: string; counter: bigint }[]>`SELECT name, counter FROM passkey
    WHERE id = ${passkeyId}::uuid AND account_id = ${accountId}::uuid`;
  if (!left) return PASSKEY_REFUSAL;
  const after = { passkeyId, name: left.name, counter, expectedAbove: Number(left.counter) };
  const sameAs = `passkey_copied:${passkeyId}`;
  await openIncident(tx, ctx, { kind: "passkey_copied", severity: "HIGH", accountId, sameAs, evidence: after });
  return { ...PASSKEY_REFUSAL, change: { action: "passkey.suspected", target: accountId, after } };
}
