import { DeleteAccountInput } from "@pronaflow/contract/inputs/account";
import type { Tx } from "@pronaflow/db";
import { isLastSuperadmin } from "../admins/is-last-superadmin.ts";
import type { LockedAccount } from "../identity/records.ts";
import { lockAccount } from "../identity/records.ts";
import { openIncident } from "../incidents/open-incident.ts";
import type { Outcome, Refusal } from "../kernel/command.ts";
import { systemCommand } from "../kernel/command.ts";
import type { SystemContext } from "../kernel/context.ts";
import { noticeMail } from "../notices/notice-mail.ts";
import { lockPlaces, passOwnership } from "../ownership/pass-ownership.ts";
import { endSessions } from "../sessions/end-sessions.ts";

/** How long a removal waits where nobody could name admins any more. */
const POSTPONED_MS = 7 * 24 * 60 * 60 * 1000;

type Removed = { isRemoved: boolean };

/**
 * Makes a tombstone of an account whose 14 days are over: who they were is gone with this commit, their address and
 * username are free, they are in no workspace; what they owned has passed to who comes next, who is mailed. What lies in
 * other tables is erased after it. An account that was kept meanwhile stays; one that was removed before is said to be.
 * @throws LAST_SUPERADMIN where someone has to be named first: then it waits another week, its owner is told and an
 *   incident opens.
 */
export const removeAccount = systemCommand({
  action: "account.deleted",
  permission: "accounts.maintain",
  input: DeleteAccountInput,
  async run({ tx, ctx, input }): Promise<Outcome<Removed> | Refusal> {
    const isLast = await isLastSuperadmin(tx, input.accountId);
    await lockPlaces(tx, input.accountId);
    const account = await lockAccount(tx, { id: input.accountId });
    if (account?.status === "DELETED") return { output: { isRemoved: true }, change: null };
    if (!account?.deletionDueAt || account.deletionDueAt > ctx.services.clock.now())
      return { output: { isRemoved: false }, change: null };
    if (isLast) return await postpone(tx, ctx, account);
    const { mails } = await passOwnership(tx, ctx, account, { reason: input.reason, leaving: "GONE" });
    const memberships = await tx.$executeRaw`DELETE FROM membership WHERE account_id = ${account.id}::uuid`;
    const sessions = await endSessions(tx, account.id);
    await bury(tx, ctx, account.id);
    const after = { memberships, sessions };
    return { output: { isRemoved: true }, change: { target: account.id, after, reason: input.reason }, mails };
  },
});

async function bury(tx: Tx, ctx: SystemContext, id: string): Promise<void> {
  const now = ctx.services.clock.now();
  // Chance, not the id: nobody can register the name beforehand and stand in the way.
  const name = `deleted-${ctx.services.random.uuid().replaceAll("-", "").slice(-20)}`;
  const email = `${name}@deleted.invalid`;
  await tx.$executeRaw`UPDATE account SET status = 'DELETED', deleted_at = ${now}, updated_at = ${now}, email = ${email},
      email_normal = ${email}, username = ${name}, username_skeleton = ${name}, display_name = 'Deleted account',
      system_role = 'USER', password_hash = NULL, password_changed_at = NULL, password_disabled_at = NULL,
      email_verified_at = NULL, suspended_at = NULL, suspended_until = NULL, suspended_reason = NULL,
      last_workspace_id = NULL, time_zone = 'UTC'
    WHERE id = ${id}::uuid`;
}

async function postpone(tx: Tx, ctx: SystemContext, account: LockedAccount): Promise<Refusal> {
  const refusal = "LAST_SUPERADMIN";
  const now = ctx.services.clock.now();
  const finalAt = new Date(now.getTime() + POSTPONED_MS);
  await tx.$executeRaw`UPDATE account SET deletion_due_at = ${finalAt}, updated_at = ${now} WHERE id = ${account.id}::uuid`;
  await openIncident(tx, ctx, {
    kind: "deletion_postponed",
    severity: "LOW",
    accountId: account.id,
    sameAs: `deletion_postponed:${account.id}`,
    evidence: { why: refusal, finalAt: finalAt.toISOString() },
  });
  const mail = await noticeMail(tx, ctx, account, {
    template: "deletion-scheduled",
    facts: { returnLink: `${ctx.services.env.APP_URL}/leaving`, finalAt: finalAt.toISOString() },
    origin: null,
  });
  const after = { why: refusal, finalAt: finalAt.toISOString() };
  return { refusal, change: { action: "account.deletion_postponed", target: account.id, after }, mails: [mail] };
}
