import { fail } from "@pronaflow/contract";
import { ReactivateAccountInput } from "@pronaflow/contract/inputs/accounts";
import { lockSuperadmins } from "../admins/lock-superadmins.ts";
import { liftSuspension } from "../identity/lift-suspension.ts";
import { lockAccount } from "../identity/records.ts";
import { systemCommand } from "../kernel/command.ts";
import { lockPlaces } from "../ownership/pass-ownership.ts";
import { resumeOwnership } from "../ownership/resume-ownership.ts";
import { assertReach, RETURNED } from "./rules.ts";

/**
 * Lets somebody who is suspended in again; they are mailed. What passed to others stays theirs as well.
 * @throws STEP_UP_REQUIRED, NOT_FOUND, ACCOUNT_IS_YOURS, ACCOUNT_OUT_OF_REACH, ACCOUNT_NOT_SUSPENDED.
 */
export const reactivateAccount = systemCommand({
  action: "account.reactivated",
  permission: "accounts.suspend",
  stepUp: true,
  async lockFirst(tx, { id }) {
    await lockSuperadmins(tx);
    await lockPlaces(tx, id);
  },
  input: ReactivateAccountInput,
  async run({ tx, ctx, input: { id, reason } }) {
    const account = (await lockAccount(tx, { id })) ?? fail("NOT_FOUND");
    if (account.status === "DELETED") fail("NOT_FOUND");
    assertReach(ctx.scope, account);
    if (account.status !== "SUSPENDED") fail("ACCOUNT_NOT_SUSPENDED");
    await liftSuspension(tx, id, ctx.services.clock.now());
    const resumed = await resumeOwnership(tx, ctx, id, RETURNED);
    const { email: to, locale, displayName } = account;
    return {
      output: { id },
      change: { target: id, before: { status: "SUSPENDED" }, after: { resumed }, reason },
      mails: [
        {
          template: "account-reactivated",
          ...{ to, accountId: id, locale },
          props: { displayName, link: `${ctx.services.env.APP_URL}/sign-in` },
        },
      ],
    };
  },
});
