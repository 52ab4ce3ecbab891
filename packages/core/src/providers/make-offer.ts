import { hashToken, newToken } from "@pronaflow/auth";
import { normaliseEmail } from "@pronaflow/contract";
import type { OfferProof, ProofRequired } from "@pronaflow/contract/outputs/providers";
import type { Tx } from "@pronaflow/db";
import { listMethods } from "../factors/list-methods.ts";
import type { RequestContext } from "../kernel/context.ts";
import { partyOf } from "../passkeys/records.ts";
import type { UsedFlow } from "./records.ts";
import { flowContext, readWaysIn } from "./records.ts";
import type { Newcomer } from "./rules.ts";
import { FLOW_TTL_SECONDS } from "./rules.ts";

/** What waits, sealed, for the owner's proof. */
export interface Offer {
  accountId: string;
  emailNormal: string;
  newcomer: Newcomer;
}

/**
 * Keeps an identity until the owner of the account with the same address has proven that account. It lies on the flow,
 * whose state is used up: from here on the row is found by the offer's id, in the same browser.
 */
export async function makeOffer(
  tx: Tx,
  ctx: RequestContext,
  flow: UsedFlow,
  account: { id: string },
  newcomer: Newcomer,
): Promise<ProofRequired> {
  const { clock, random, keys } = ctx.services;
  const offerId = newToken((size) => random.bytes(size));
  const expiresAt = new Date(clock.now().getTime() + FLOW_TTL_SECONDS * 1000);
  const offer: Offer = { accountId: account.id, emailNormal: normaliseEmail(newcomer.email), newcomer };
  await tx.$executeRaw`UPDATE provider_flow SET state_hash = ${hashToken(offerId)}, expires_at = ${expiresAt},
      offer = ${keys.seal(JSON.stringify(offer), flowContext(flow.id))}
    WHERE id = ${flow.id}::uuid`;
  const methods = await listProofs(tx, ctx, account.id);
  return { proofRequired: true, offerId, email: newcomer.email, methods, expiresAt: expiresAt.toISOString() };
}

async function listProofs(tx: Tx, ctx: RequestContext, accountId: string): Promise<OfferProof[]> {
  const { hasPassword } = await readWaysIn(tx, accountId, partyOf(ctx).id);
  const factors = (await listMethods(tx, ctx, accountId)).filter((method) => method !== "passkey");
  return hasPassword ? ["password", ...factors] : factors;
}
