import { fail } from "@pronaflow/contract";
import { OldAddressInput } from "@pronaflow/contract/inputs/account";
import type { Tx } from "@pronaflow/db";
import { identityRates } from "../identity/identity-rates.ts";
import type { LockedAccount } from "../identity/records.ts";
import { openIncident } from "../incidents/open-incident.ts";
import type { Outcome } from "../kernel/command.ts";
import { guestCommand } from "../kernel/command.ts";
import type { RequestContext } from "../kernel/context.ts";
import { takeRateByAddress } from "../kernel/limiter.ts";
import { noticeMail } from "../notices/notice-mail.ts";
import { secureAccount } from "../notices/secure-account.ts";
import type { FoundChange } from "./lock-change.ts";
import { lockChange } from "./lock-change.ts";

type Undone = { status: "cancelled" | "restored" };

/**
 * Takes a change of address back by the link that went to the old one. Before it was confirmed, it is off. Within 72 hours
 * after, the old address is the account's again, whatever it became since: sessions end, tokens are void, the password
 * waits for a reset, and an incident opens.
 * @throws TOKEN_INVALID, RATE_LIMITED.
 */
export const undoEmailChange = guestCommand({
  action: "email_change.undone",
  attempt: "email_verification",
  input: OldAddressInput,
  prepare: ({ ctx }) => takeRateByAddress(ctx, identityRates.redeemByAddress),
  async run({ tx, ctx, input, attempt }): Promise<Outcome<Undone>> {
    const { account, change } = await lockChange(tx, ctx, { end: "undo", token: input.token });
    attempt.accountId = account.id;
    const now = ctx.services.clock.now();
    if (change.undone_at) return fail("TOKEN_INVALID");
    if (!change.confirmed_at) {
      if (change.expires_at <= now) return fail("TOKEN_INVALID");
      await tx.$executeRaw`UPDATE email_change SET undone_at = ${now} WHERE id = ${change.id}::uuid`;
      const after = { cancelled: change.to_email };
      return { output: { status: "cancelled" }, change: { target: account.id, by: account.id, after } };
    }
    if (!change.undo_until || change.undo_until <= now) return fail("TOKEN_INVALID");
    return await restore(tx, ctx, account, change);
  },
});

async function restore(
  tx: Tx,
  ctx: RequestContext,
  account: LockedAccount,
  change: FoundChange,
): Promise<Outcome<Undone>> {
  const now = ctx.services.clock.now();
  const { from_email: email, from_normal: emailNormal } = change;
  // Later changes built on this one: they are off too, so that nobody outruns the owner by changing again.
  await tx.$executeRaw`UPDATE email_change SET undone_at = ${now}
    WHERE account_id = ${account.id}::uuid AND requested_at >= ${change.requested_at} AND undone_at IS NULL`;
  await tx.$executeRaw`UPDATE account SET email = ${email}, email_normal = ${emailNormal}, updated_at = ${now}
    WHERE id = ${account.id}::uuid`;
  const secured = await secureAccount(tx, ctx, account.id, change.requested_at);
  await openIncident(tx, ctx, {
    kind: "email_change_undone",
    severity: "HIGH",
    accountId: account.id,
    sameAs: `email_change_undone:${account.id}`,
    evidence: { requestedAt: change.requested_at.toISOString(), ip: ctx.ip, ...secured },
  });
  const owner = { ...account, email };
  return {
    output: { status: "restored" },
    change: {
      target: account.id,
      by: account.id,
      before: { email: account.email },
      after: { email, ...secured },
    },
    mails: [await noticeMail(tx, ctx, owner, { template: "email-change-undone", facts: { email } })],
  };
}
