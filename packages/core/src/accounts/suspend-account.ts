import { fail } from "@pronaflow/contract";
import { SuspendAccountInput } from "@pronaflow/contract/inputs/accounts";
import type { Tx } from "@pronaflow/db";
import { isAnotherThere } from "../admins/is-last-superadmin.ts";
import { lockSuperadmins } from "../admins/lock-superadmins.ts";
import { isActiveSuperadmin } from "../admins/rules.ts";
import type { LockedAccount } from "../identity/records.ts";
import { lockAccount } from "../identity/records.ts";
import { systemCommand } from "../kernel/command.ts";
import type { Mail } from "../kernel/outbox.ts";
import { lockPlaces, passOwnership } from "../ownership/pass-ownership.ts";
import { endEveryWayIn } from "./end-every-way-in.ts";
import { assertEnd, assertReach, isSuspended, PASSED_ON } from "./rules.ts";

/**
 * Keeps somebody out until it is lifted, or until a day (spec AD-2): sessions, half-finished sign-ins, trust in devices and
 * mailed links end with this commit, tokens open nothing meanwhile. What only they could own passes on; they stay an Owner of
 * it, and are one again when they return. They are mailed why, and until when.
 * @throws STEP_UP_REQUIRED, NOT_FOUND, ACCOUNT_IS_YOURS, ACCOUNT_OUT_OF_REACH, ACCOUNT_SUSPENDED, LAST_SUPERADMIN,
 *   INVALID_INPUT for an end that is over or more than a year away.
 */
export const suspendAccount = systemCommand({
  action: "account.suspended",
  permission: "accounts.suspend",
  stepUp: true,
  async lockFirst(tx, { id }) {
    await lockSuperadmins(tx);
    await lockPlaces(tx, id);
  },
  input: SuspendAccountInput,
  async run({ tx, ctx, input: { id, until: end, reason } }) {
    const now = ctx.services.clock.now();
    const until = end ? new Date(end) : null;
    assertEnd(until, now);
    const account = (await lockAccount(tx, { id })) ?? fail("NOT_FOUND");
    if (account.status === "DELETED") fail("NOT_FOUND");
    assertReach(ctx.scope, account);
    if (isSuspended(account, now)) fail("ACCOUNT_SUSPENDED");
    if (isActiveSuperadmin(account) && !(await isAnotherThere(tx, id))) fail("LAST_SUPERADMIN");
    await suspend(tx, id, { now, until, reason });
    const { mails, passed, ownerless } = await passOwnership(tx, ctx, account, { reason: PASSED_ON, leaving: "AWAY" });
    const sessionsEnded = await endEveryWayIn(tx, id);
    return {
      output: { id, sessionsEnded, workspaces: { passed, ownerless } },
      change: {
        target: id,
        before: { status: account.status },
        after: { status: "SUSPENDED", until: until?.toISOString() ?? null, sessionsEnded, passed, ownerless },
        reason,
      },
      mails: [...mails, mailOf(account, { until, reason, link: `${ctx.services.env.APP_URL}/sign-in` })],
    };
  },
});

async function suspend(tx: Tx, id: string, said: { now: Date; until: Date | null; reason: string }): Promise<void> {
  await tx.$executeRaw`UPDATE account SET status = 'SUSPENDED', suspended_at = ${said.now}, suspended_until = ${said.until},
    suspended_reason = ${said.reason}, updated_at = ${said.now} WHERE id = ${id}::uuid`;
}

function mailOf(account: LockedAccount, said: { until: Date | null; reason: string; link: string }): Mail {
  const { id, email: to, locale, displayName, timeZone } = account;
  const end = said.until ? { until: said.until.toISOString() } : {};
  const props = { displayName, timeZone, why: said.reason, link: said.link, ...end };
  return { template: "account-suspended", to, accountId: id, locale, props };
}
