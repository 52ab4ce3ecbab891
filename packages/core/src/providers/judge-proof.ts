import { fail } from "@pronaflow/contract";
import type { Tx } from "@pronaflow/db";
import type { ExaminedFactor } from "../factors/examine-factor.ts";
import { examineFactor } from "../factors/examine-factor.ts";
import type { SpentFactor } from "../factors/spend-factor.ts";
import { spendFactor } from "../factors/spend-factor.ts";
import { forgiveFailures } from "../guard/forgive-failures.ts";
import { readStanding } from "../guard/read-standing.ts";
import { refusePassword } from "../guard/refuse-password.ts";
import type { Entrant } from "../identity/admit-account.ts";
import { admitAccount } from "../identity/admit-account.ts";
import { findAccount } from "../identity/find-account.ts";
import { matchesPassword } from "../identity/hash-password.ts";
import { lockAccount } from "../identity/records.ts";
import { isAdmissible } from "../identity/rules.ts";
import type { Refusal } from "../kernel/command.ts";
import type { RequestContext } from "../kernel/context.ts";
import { chargeOffer } from "./find-offer.ts";
import type { Offer } from "./make-offer.ts";

interface GivenProof {
  password?: string | undefined;
  code?: string | undefined;
  backupCode?: string | undefined;
}

/** A proof of an offer's account, as far as it can be judged before the transaction. */
export type ExaminedProof =
  | { by: "password"; counts: boolean; isRight: boolean; changedAt: Date | null }
  | { by: "factor"; factor: ExaminedFactor };

/** The owner has proven the account: by its password, which is one factor, or by a second one beside the provider. */
interface Proven {
  entrant: Entrant;
  /** The factor that was used up; null after a password. */
  spent: SpentFactor | null;
}

/** The slow half: one hash for a password or a backup code, whether there is one to compare with or not. */
export async function examineProof(
  ctx: RequestContext,
  { accountId, emailNormal }: Offer,
  given: GivenProof,
): Promise<ExaminedProof> {
  if (given.password === undefined) return { by: "factor", factor: await examineFactor(ctx, accountId, given) };
  const found = await findAccount(ctx, emailNormal);
  const isSame = found?.id === accountId && isAdmissible(found, ctx.services.clock.now());
  const hash = isSame ? found.passwordHash : null;
  const isRight = await matchesPassword(ctx.services, hash, given.password);
  return { by: "password", counts: hash !== null, isRight, changedAt: found?.passwordChangedAt ?? null };
}

/**
 * Judges the proof under the account's row lock, which it takes. Wrong passwords count with those of sign-in, wrong codes
 * with those of its second step and against the offer.
 * @throws INVALID_CREDENTIALS, CHALLENGE_GONE, RATE_LIMITED while second factors are barred.
 */
export async function judgeProof(
  tx: Tx,
  ctx: RequestContext,
  { offer, flowId }: { offer: Offer; flowId: string },
  proof: ExaminedProof,
): Promise<Proven | Refusal> {
  const { accountId } = offer;
  const account = await lockAccount(tx, { id: accountId });
  if (proof.by === "password") {
    if (!proof.isRight || (await readStanding(tx, ctx, accountId, "PASSWORD")).barredUntil) {
      return await refusePassword(tx, ctx, proof.counts ? account : null, "INVALID_CREDENTIALS");
    }
    const entrant = await admitAccount(tx, ctx, { accountId, password: { changedAt: proof.changedAt } });
    await forgiveFailures(tx, ctx, accountId, "PASSWORD");
    return { entrant, spent: null };
  }
  // The offer was made to the owner of an address; an account that has left it meanwhile is not theirs by that.
  if (account?.emailNormal !== offer.emailNormal) return fail("INVALID_CREDENTIALS");
  const entrant = await admitAccount(tx, ctx, { accountId });
  const spent = await spendFactor(tx, ctx, accountId, proof.factor);
  return "refusal" in spent ? await chargeOffer(tx, flowId, spent) : { entrant, spent };
}
