import type { Provider, ProviderIdentity } from "@pronaflow/auth";
import { fail, normaliseEmail } from "@pronaflow/contract";
import type { SecondFactorRequired } from "@pronaflow/contract/outputs/identity";
import type { ProofRequired } from "@pronaflow/contract/outputs/providers";
import type { Tx } from "@pronaflow/db";
import type { Entered } from "../identity/enter-account.ts";
import { lockHolder } from "../identity/lock-holder.ts";
import type { LockedAccount } from "../identity/records.ts";
import { isAdmissible } from "../identity/rules.ts";
import type { Attempt } from "../kernel/attempts.ts";
import type { Outcome } from "../kernel/command.ts";
import type { RequestContext } from "../kernel/context.ts";
import { addIdentity } from "./add-identity.ts";
import { answerUnproven } from "./answer-unproven.ts";
import { enterByIdentity } from "./enter-by-identity.ts";
import { makeAccount } from "./make-account.ts";
import { makeOffer } from "./make-offer.ts";
import { reclaimAccount } from "./reclaim-account.ts";
import type { UsedFlow } from "./records.ts";
import { getIdentityOwner } from "./records.ts";
import type { Newcomer } from "./rules.ts";

export interface Arrival {
  flow: UsedFlow;
  provider: Provider;
  identity: ProviderIdentity;
  newcomer: Newcomer | null;
  /** Whether a mail may go to an address that the provider has not proven. */
  mayMail: boolean;
}

export type Resolved = ((Entered | SecondFactorRequired) & { returnTo: string | null }) | ProofRequired | Unproven;
type Unproven = { status: "verification_sent" };

const MOST_TRIES = 3;

/** Finds, makes or offers the account of someone a provider has vouched for. Their address says nothing unless it is proven. */
export async function resolveIdentity(
  tx: Tx,
  ctx: RequestContext,
  arrival: Arrival,
  attempt: Attempt,
): Promise<Outcome<Resolved>> {
  // Whoever comes at the same time may make the account first: then it is there the next time one looks.
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const resolved = await tryToResolve(tx, ctx, arrival, attempt);
    if (resolved) return resolved;
  }
  return fail("BUSY", { retryAfterSeconds: 1 });
}

async function tryToResolve(
  tx: Tx,
  ctx: RequestContext,
  arrival: Arrival,
  attempt: Attempt,
): Promise<Outcome<Resolved> | null> {
  const { newcomer, provider } = arrival;
  const owner = await getIdentityOwner(tx, arrival.identity);
  if (owner) return await enterByIdentity(tx, ctx, { ...arrival, accountId: owner.accountId }, attempt);
  if (!newcomer) return fail("PROVIDER_REFUSED", { reason: "email" });
  const account = await lockHolder(tx, ctx, newcomer.email);
  if (!newcomer.isEmailVerified) return await answerUnproven(tx, ctx, { ...arrival, newcomer, account });
  // An address that its account has just left is kept for it: it is nobody's way in.
  if (account && account.emailNormal !== normaliseEmail(newcomer.email)) return fail("PROVIDER_REFUSED");
  if (account) return await meetAccount(tx, ctx, { ...arrival, newcomer }, account, attempt);
  const made = await makeAccount(tx, ctx, provider.key, newcomer);
  return made && (await enterByIdentity(tx, ctx, { ...arrival, accountId: made.id }, attempt));
}

/** The proven address has an account: it is asked to prove itself, or, never verified, taken over clean. */
async function meetAccount(
  tx: Tx,
  ctx: RequestContext,
  arrival: Arrival & { newcomer: Newcomer },
  account: LockedAccount,
  attempt: Attempt,
): Promise<Outcome<Resolved>> {
  const { newcomer, provider, flow } = arrival;
  attempt.accountId = account.id;
  if (!isAdmissible(account, ctx.services.clock.now())) return fail("PROVIDER_REFUSED");
  if (await isVerified(tx, account.id)) {
    attempt.outcome = "proof_required";
    return { output: await makeOffer(tx, ctx, flow, account, newcomer), change: null };
  }
  // Nobody is made an admin by an address that was never verified.
  if (account.systemRole !== "USER") return fail("PROVIDER_REFUSED");
  await reclaimAccount(tx, ctx, account, newcomer);
  await addIdentity(tx, ctx, { accountId: account.id, provider: provider.key, identity: newcomer });
  return await enterByIdentity(tx, ctx, { ...arrival, accountId: account.id }, attempt);
}

async function isVerified(tx: Tx, accountId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`SELECT 1 FROM account
    WHERE id = ${accountId}::uuid AND email_verified_at IS NOT NULL`;
  return rows.length > 0;
}
