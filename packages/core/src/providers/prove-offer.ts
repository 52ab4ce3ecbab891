import { fail } from "@pronaflow/contract";
import { ProveOfferInput } from "@pronaflow/contract/inputs/providers";
import type { Tx } from "@pronaflow/db";
import { mailSpentCode } from "../factors/mail-spent-code.ts";
import type { Entrant } from "../identity/admit-account.ts";
import { enterAccount } from "../identity/enter-account.ts";
import { identityRates } from "../identity/identity-rates.ts";
import { appendAudit } from "../kernel/audit.ts";
import { guestCommand } from "../kernel/command.ts";
import type { RequestContext } from "../kernel/context.ts";
import { takeRate, takeRateByAddress } from "../kernel/limiter.ts";
import type { Mail } from "../kernel/outbox.ts";
import { noticeMail } from "../notices/notice-mail.ts";
import { addIdentity } from "./add-identity.ts";
import { findOffer, takeOffer } from "./find-offer.ts";
import { examineProof, judgeProof } from "./judge-proof.ts";
import { providerRates } from "./rules.ts";

/**
 * Links the identity that waits to the account of the same address, once its owner has proven that account by its
 * password or one of its factors, and signs them in. After a password the second factor is asked for as ever; after a
 * factor it has been given. Wrong passwords count with those of sign-in, wrong codes with those of its second step.
 * @throws CHALLENGE_GONE, INVALID_CREDENTIALS, FACTOR_WRONG with `triesLeft`, PROVIDER_TAKEN, RATE_LIMITED, BUSY.
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
    return { ...waiting, proof: await examineProof(ctx, waiting.offer, input) };
  },
  async run({ tx, ctx, prepared, attempt }) {
    const proven = await judgeProof(tx, ctx, prepared, prepared.proof);
    if ("refusal" in proven) return proven;
    const { entrant, spent } = proven;
    await takeOffer(tx, prepared.flowId);
    const mails = [await link(tx, ctx, entrant, prepared)];
    if (spent) mails.push(...(await mailSpentCode(tx, ctx, entrant.account, spent)));
    const assurance = spent ? 2 : 1;
    const entered = await enterAccount(tx, ctx, entrant, { way: "oauth", assurance }, attempt);
    const change = entered.change && {
      ...entered.change,
      after: { ...entered.change.after, factor: spent?.kind ?? null },
    };
    const output = { ...entered.output, returnTo: prepared.returnTo };
    return { output, change, mails: [...mails, ...(entered.mails ?? [])] };
  },
});

/** Ties the identity to the account, under an act of its own; the mail that tells its owner. @throws PROVIDER_TAKEN */
async function link(
  tx: Tx,
  ctx: RequestContext,
  { account }: Entrant,
  { offer, provider }: Awaited<ReturnType<typeof findOffer>>,
): Promise<Mail> {
  const { newcomer } = offer;
  const made = { accountId: account.id, provider: provider.key, identity: newcomer };
  const added = (await addIdentity(tx, ctx, made)) ?? fail("PROVIDER_TAKEN");
  const after = { provider: provider.key, issuer: newcomer.issuer, email: newcomer.email };
  const change = { target: account.id, by: account.id, after };
  await appendAudit(tx, ctx, { action: "provider.linked", workspaceId: null, change, isSystem: false });
  const notice = { template: "provider-linked", facts: { providerName: provider.name } } as const;
  return await noticeMail(tx, ctx, account, { ...notice, undo: { kind: "provider_linked", id: added.id } });
}
