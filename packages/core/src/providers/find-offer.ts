import { hashToken } from "@pronaflow/auth";
import { fail } from "@pronaflow/contract";
import type { Tx } from "@pronaflow/db";
import { CHALLENGE_FAILURES } from "../factors/rules.ts";
import type { Refusal } from "../kernel/command.ts";
import type { RequestContext } from "../kernel/context.ts";
import { reading } from "../kernel/transaction.ts";
import type { Offer } from "./make-offer.ts";
import { browserHash, flowContext } from "./records.ts";
import { findProvider } from "./rules.ts";

type Found = { id: string; provider: string; offer: string; return_to: string | null };

/** The offer of this id, in the browser it was made to. @throws CHALLENGE_GONE */
export async function findOffer(ctx: RequestContext, offerId: string) {
  const { db, clock, keys } = ctx.services;
  const [flow] = await reading(() =>
    db.hot<Found>(
      "provider_offer",
      `SELECT id::text AS id, provider, offer, return_to FROM provider_flow
       WHERE state_hash = $1 AND browser_hash = $2 AND offer IS NOT NULL AND expires_at > $3 AND failures < $4`,
      [hashToken(offerId), browserHash(ctx), clock.now(), CHALLENGE_FAILURES],
    ),
  );
  if (!flow) return fail("CHALLENGE_GONE");
  const offer = JSON.parse(keys.open(flow.offer, flowContext(flow.id))) as Offer;
  return { offer, flowId: flow.id, provider: findProvider(ctx, flow.provider), returnTo: flow.return_to };
}

/** Takes the offer, once under any number of callers. @throws CHALLENGE_GONE */
export async function takeOffer(tx: Tx, flowId: string): Promise<void> {
  const taken = await tx.$executeRaw`DELETE FROM provider_flow
    WHERE id = ${flowId}::uuid AND offer IS NOT NULL AND failures < ${CHALLENGE_FAILURES}`;
  if (taken !== 1) fail("CHALLENGE_GONE");
}

/** Counts a wrong code against its offer; the fifth ends it. The refusal says how many tries are left. @throws CHALLENGE_GONE */
export async function chargeOffer(tx: Tx, flowId: string, refusal: Refusal): Promise<Refusal> {
  const [charged] = await tx.$queryRaw<{ failures: number }[]>`UPDATE provider_flow SET failures = failures + 1
    WHERE id = ${flowId}::uuid AND offer IS NOT NULL AND failures < ${CHALLENGE_FAILURES}
    RETURNING failures`;
  if (!charged) return fail("CHALLENGE_GONE");
  return { ...refusal, meta: { ...refusal.meta, triesLeft: CHALLENGE_FAILURES - charged.failures } };
}
