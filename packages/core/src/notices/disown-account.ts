import { DisownInput } from "@pronaflow/contract/inputs/notices";
import type { Tx } from "@pronaflow/db";
import { identityRates } from "../identity/identity-rates.ts";
import { issueLink, RESET_TTL_SECONDS } from "../identity/issue-link.ts";
import { lockAccount } from "../identity/records.ts";
import { isAdmissible } from "../identity/rules.ts";
import { openIncident } from "../incidents/open-incident.ts";
import { guestCommand } from "../kernel/command.ts";
import type { RequestContext } from "../kernel/context.ts";
import { takeRateByAddress } from "../kernel/limiter.ts";
import type { Mail } from "../kernel/outbox.ts";
import { secureAccount } from "./secure-account.ts";
import { takeNotices } from "./take-notices.ts";
import type { UndoChange } from "./undo-change.ts";
import { undoChange } from "./undo-change.ts";

/**
 * "This wasn't me" (spec ID-12), by the link of a security mail, once, within 72 hours, signed in or not: every session and
 * trusted device ends, tokens and mailed links are void, the password waits for a reset, the change that the mail told of
 * and every later one is taken back, and an incident opens. The owner gets a reset link at the address they have then.
 * @throws TOKEN_INVALID, RATE_LIMITED.
 */
export const disownAccount = guestCommand({
  action: "account.disowned",
  attempt: "not_me",
  input: DisownInput,
  async prepare({ ctx }) {
    await takeRateByAddress(ctx, identityRates.notMeByAddress);
  },
  async run({ tx, ctx, input, attempt }) {
    const { account, kind, at, changes } = await takeNotices(tx, ctx, input.token);
    attempt.accountId = account.id;
    const undone: UndoChange["kind"][] = [];
    for (const change of changes) if (await undoChange(tx, ctx, account.id, change)) undone.push(change.kind);
    const secured = await secureAccount(tx, ctx, account.id, at);
    await openIncident(tx, ctx, {
      kind: "reported_by_owner",
      severity: "HIGH",
      accountId: account.id,
      sameAs: `reported_by_owner:${account.id}`,
      evidence: { notice: kind, noticeAt: at.toISOString(), undone, ip: ctx.ip, ...secured },
    });
    const mails = await mailWayBack(tx, ctx, account.id);
    return {
      output: { status: "secured" as const, undone, resetMailed: mails.length > 0 },
      change: { target: account.id, by: account.id, after: { notice: kind, undone, ...secured } },
      mails,
    };
  },
});

async function mailWayBack(tx: Tx, ctx: RequestContext, accountId: string): Promise<Mail[]> {
  const { clock, env } = ctx.services;
  // Read again: the address may be another since the change was taken back.
  const account = await lockAccount(tx, { id: accountId });
  if (!account || !isAdmissible(account, clock.now())) return [];
  const { token, expiresAt } = await issueLink(tx, ctx, {
    purpose: "PASSWORD_RESET",
    accountId,
    address: account.emailNormal,
    ttlSeconds: RESET_TTL_SECONDS,
  });
  const props = {
    displayName: account.displayName,
    link: `${env.APP_URL}/reset-password#token=${token}`,
    expiresInMinutes: RESET_TTL_SECONDS / 60,
  };
  return [{ template: "account-disowned", to: account.email, accountId, locale: account.locale, expiresAt, props }];
}
