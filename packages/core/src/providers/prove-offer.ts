import { hashToken } from "@pronaflow/auth";
import { fail } from "@pronaflow/contract";
import { ProveOfferInput } from "@pronaflow/contract/inputs/providers";
import type { Tx } from "@pronaflow/db";
import { forgiveFailures } from "../guard/forgive-failures.ts";
import { isBarred } from "../guard/is-barred.ts";
import { refusePassword } from "../guard/refuse-password.ts";
import { admitAccount } from "../identity/admit-account.ts";
import { enterAccount } from "../identity/enter-account.ts";
import { findAccount } from "../identity/find-account.ts";
import { matchesPassword } from "../identity/hash-password.ts";
import { identityRates } from "../identity/identity-rates.ts";
import { lockAccount } from "../identity/records.ts";
import { isAdmissible } from "../identity/rules.ts";
import { appendAudit } from "../kernel/audit.ts";
import { guestCommand } from "../kernel/command.ts";
import type { RequestContext } from "../kernel/context.ts";
import { takeRate, takeRateByAddress } from "../kernel/limiter.ts";
import { reading } from "../kernel/transaction.ts";
import { noticeMail } from "../notices/notice-mail.ts";
import { addIdentity } from "./add-identity.ts";
import type { Offer } from "./make-offer.ts";
import { browserHash, flowContext } from "./records.ts";
import { findProvider, providerRates } from "./rules.ts";

/**
 * Links the identity that waits to the account of the same address, once its owner has proven that account, and signs
 * them in; the second factor is asked for as ever. Wrong passwords count with those of sign-in (spec ID-5).
 * @throws CHALLENGE_GONE, INVALID_CREDENTIALS, PROVIDER_TAKEN, RATE_LIMITED, BUSY.
 */
export const proveOffer = guestCommand({
  action: "session.created",
  attempt: "sign_in",
  input: ProveOfferInput,
  async prepare({ ctx, input, attempt }) {
    await takeRateByAddress(ctx, providerRates.prove);
    const waiting = await findOffer(ctx, input.offerId);
    attempt.accountId = waiting.offer.accountId;
    await takeRate(ctx, identityRates.proofByAccount, waiting.offer.accountId);
    const found = await findAccount(ctx, waiting.offer.emailNormal);
    const isSame = found?.id === waiting.offer.accountId && isAdmissible(found, ctx.services.clock.now());
    const hash = isSame ? found.passwordHash : null;
    const isRight = await matchesPassword(ctx.services, hash, input.password);
    return { ...waiting, counts: hash !== null, isRight, changedAt: found?.passwordChangedAt ?? null };
  },
  async run({ tx, ctx, prepared, attempt }) {
    const { offer, flowId, provider, returnTo, counts, isRight } = prepared;
    const { accountId, newcomer } = offer;
    const account = await lockAccount(tx, { id: accountId });
    if (!isRight || (await isBarred(tx, ctx, accountId, "PASSWORD"))) {
      return await refusePassword(tx, ctx, counts ? account : null, "INVALID_CREDENTIALS");
    }
    const entrant = await admitAccount(tx, ctx, { accountId, password: { changedAt: prepared.changedAt } });
    if (!(await takeOffer(tx, flowId))) return fail("CHALLENGE_GONE");
    await forgiveFailures(tx, ctx, accountId, "PASSWORD");
    const link = { accountId, provider: provider.key, identity: newcomer };
    const added = (await addIdentity(tx, ctx, link)) ?? fail("PROVIDER_TAKEN");
    const after = { provider: provider.key, issuer: newcomer.issuer, email: newcomer.email };
    const change = { target: accountId, by: accountId, after };
    await appendAudit(tx, ctx, { action: "provider.linked", workspaceId: null, change, isSystem: false });
    const notice = { template: "provider-linked", facts: { providerName: provider.name } } as const;
    const undo = { kind: "provider_linked", id: added.id } as const;
    const mail = await noticeMail(tx, ctx, entrant.account, { ...notice, undo });
    const entered = await enterAccount(tx, ctx, entrant, { way: "oauth", assurance: 1 }, attempt);
    return { ...entered, output: { ...entered.output, returnTo }, mails: [mail, ...(entered.mails ?? [])] };
  },
});

type Found = { id: string; provider: string; offer: string; return_to: string | null };

/** The offer of this id, in the browser it was made to. @throws CHALLENGE_GONE */
async function findOffer(ctx: RequestContext, offerId: string) {
  const { db, clock, keys } = ctx.services;
  const [flow] = await reading(() =>
    db.hot<Found>(
      "provider_offer",
      `SELECT id::text AS id, provider, offer, return_to FROM provider_flow
       WHERE state_hash = $1 AND browser_hash = $2 AND offer IS NOT NULL AND expires_at > $3`,
      [hashToken(offerId), browserHash(ctx), clock.now()],
    ),
  );
  if (!flow) return fail("CHALLENGE_GONE");
  const offer = JSON.parse(keys.open(flow.offer, flowContext(flow.id))) as Offer;
  return { offer, flowId: flow.id, provider: findProvider(ctx, flow.provider), returnTo: flow.return_to };
}

/** Whether this call is the one that takes the offer; there is one. */
async function takeOffer(tx: Tx, flowId: string): Promise<boolean> {
  const taken = await tx.$executeRaw`DELETE FROM provider_flow WHERE id = ${flowId}::uuid AND offer IS NOT NULL`;
  return taken === 1;
}
