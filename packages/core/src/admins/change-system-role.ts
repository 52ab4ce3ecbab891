import type { SystemRole } from "@pronaflow/contract";
import { fail } from "@pronaflow/contract";
import { ChangeSystemRoleInput } from "@pronaflow/contract/inputs/admins";
import type { Tx } from "@pronaflow/db";
import { lockAccount } from "../identity/records.ts";
import { systemCommand } from "../kernel/command.ts";
import { noticeMail } from "../notices/notice-mail.ts";
import { isAnotherThere } from "./is-last-superadmin.ts";
import { lockSuperadmins } from "./lock-superadmins.ts";
import { assertMayHold, isActiveSuperadmin, isWeaker } from "./rules.ts";

/**
 * Names somebody for the console, changes what they may do there, or takes it away (spec ID-16). Where the role sinks, their
 * sessions of the console end with it, and the sign-ins that wait for a second step. They are mailed.
 * @throws STEP_UP_REQUIRED, NOT_FOUND, ACCOUNT_NOT_ACTIVE, LAST_SUPERADMIN.
 */
export const changeSystemRole = systemCommand({
  action: "account.system_role_changed",
  permission: "admins.name",
  stepUp: true,
  lockFirst: lockSuperadmins,
  input: ChangeSystemRoleInput,
  async run({ tx, ctx, input: { accountId, role, reason } }) {
    const account = (await lockAccount(tx, { id: accountId })) ?? fail("NOT_FOUND");
    if (account.status === "DELETED") fail("NOT_FOUND");
    const output = { accountId, role };
    if (account.systemRole === role) return { output, change: null };
    assertMayHold(account, role);
    if (isActiveSuperadmin(account) && !(await isAnotherThere(tx, accountId))) fail("LAST_SUPERADMIN");
    await tx.$executeRaw`UPDATE account SET system_role = ${role}::"SystemRole", updated_at = ${ctx.services.clock.now()}
      WHERE id = ${accountId}::uuid`;
    const before = account.systemRole;
    const sessionsEnded = isWeaker(role, before) ? await endConsoleSessions(tx, accountId) : 0;
    return {
      output,
      change: {
        target: accountId,
        before: { systemRole: before },
        after: { systemRole: role, sessionsEnded },
        reason,
      },
      mails: [
        await noticeMail(tx, ctx, account, {
          template: "system-role-changed",
          facts: { before, role, ...linkFor(role, ctx.services.env.ADMIN_URL) },
          origin: null,
        }),
      ],
    };
  },
});

async function endConsoleSessions(tx: Tx, accountId: string): Promise<number> {
  await tx.$executeRaw`DELETE FROM sign_in_challenge
    WHERE account_id = ${accountId}::uuid AND audience = 'ADMIN' AND used_at IS NULL`;
  return await tx.$executeRaw`DELETE FROM session WHERE account_id = ${accountId}::uuid AND audience = 'ADMIN'`;
}

function linkFor(role: SystemRole, consoleLink: string): { consoleLink?: string } {
  return role === "USER" ? {} : { consoleLink };
}
