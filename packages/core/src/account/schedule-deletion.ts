import { fail, normaliseUsername, RETURN_DAYS } from "@pronaflow/contract";
import { ScheduleDeletionInput } from "@pronaflow/contract/inputs/account";
import { isLastSuperadmin } from "../admins/is-last-superadmin.ts";
import { endChallenges } from "../factors/end-challenges.ts";
import { lockAccount } from "../identity/records.ts";
import { userCommand } from "../kernel/command.ts";
import { noticeMail } from "../notices/notice-mail.ts";
import { endSessions } from "../sessions/end-sessions.ts";
import { readSolelyOwned } from "./read-solely-owned.ts";

const RETURN_MS = RETURN_DAYS * 24 * 60 * 60 * 1000;

/**
 * Schedules the removal of one's own account in `RETURN_DAYS`. It is signed out everywhere; signing in until then can keep it
 * and do nothing else.
 * @throws STEP_UP_REQUIRED; NAME_MISMATCH where one's username was not typed; SOLE_OWNER with the workspaces that would be
 *   left without an owner; LAST_SUPERADMIN.
 */
export const scheduleDeletion = userCommand({
  action: "account.deletion_scheduled",
  stepUp: true,
  input: ScheduleDeletionInput,
  async run({ tx, ctx, input }) {
    // One who is the last that can name admins is seen by others who go at once: before any account is locked.
    if (await isLastSuperadmin(tx, ctx.actor.account.id)) return fail("LAST_SUPERADMIN");
    // Workspaces before accounts, as everywhere; what was gained before the account is locked is seen below.
    await readSolelyOwned(tx, ctx.actor.account.id, { lock: true });
    const account = (await lockAccount(tx, { id: ctx.actor.account.id })) ?? fail("UNAUTHENTICATED");
    if (normaliseUsername(input.confirmUsername) !== account.username)
      fail("NAME_MISMATCH", {}, { confirmUsername: ["INVALID"] });
    const solelyOwned = await readSolelyOwned(tx, account.id, { lock: false });
    if (solelyOwned.length > 0) {
      fail("SOLE_OWNER", {
        workspaces: solelyOwned.map(({ name }) => name),
        slugs: solelyOwned.map(({ slug }) => slug),
      });
    }
    const now = ctx.services.clock.now();
    const finalAt = new Date(now.getTime() + RETURN_MS);
    await tx.$executeRaw`UPDATE account SET deletion_due_at = ${finalAt}, updated_at = ${now} WHERE id = ${account.id}::uuid`;
    const sessionsEnded = await endSessions(tx, account.id);
    await endChallenges(tx, account.id);
    return {
      output: { finalAt: finalAt.toISOString() },
      change: { target: account.id, after: { finalAt: finalAt.toISOString(), sessionsEnded } },
      mails: [
        await noticeMail(tx, ctx, account, {
          template: "deletion-scheduled",
          facts: { returnLink: `${ctx.services.env.APP_URL}/leaving`, finalAt: finalAt.toISOString() },
          undo: { kind: "deletion_scheduled" },
        }),
      ],
    };
  },
});
