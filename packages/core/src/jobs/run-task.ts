import { writeCheckpoint } from "../audit/write-checkpoint.ts";
import { factsOf } from "../kernel/log.ts";
import type { Services } from "../kernel/services.ts";
import { announcePolicies } from "./announce-policies.ts";
import { deleteAccounts } from "./delete-accounts.ts";
import { endMembers } from "./end-members.ts";
import { endSuspensions } from "./end-suspensions.ts";
import { expireAccounts } from "./expire-accounts.ts";
import { expireOffers } from "./expire-offers.ts";
import { expireRows } from "./expire-rows.ts";
import { lapseInvitations } from "./lapse-invitations.ts";
import { purgeWorkspaces } from "./purge-workspaces.ts";
import type { TaskName } from "./rules.ts";
import { trimPasswords } from "./trim-passwords.ts";
import { watchAttempts } from "./watch-attempts.ts";

/** Does what the clock asks for, once; doing it again changes nothing. Says in the log what stood in the way, and throws. */
export async function runTask(services: Services, name: TaskName): Promise<void> {
  try {
    await TASKS[name](services);
  } catch (error) {
    services.log.error("task failed", { task: name, ...factsOf(error) });
    throw error;
  }
}

const TASKS: Record<TaskName, (services: Services) => Promise<unknown>> = {
  "workspaces.purge": purgeWorkspaces,
  "accounts.expire": expireAccounts,
  "accounts.delete": deleteAccounts,
  "suspensions.end": endSuspensions,
  "policies.announce": announcePolicies,
  "members.end": endMembers,
  "rows.expire": expireRows,
  "ownership.expire": expireOffers,
  "invitations.lapse": lapseInvitations,
  "attempts.watch": watchAttempts,
  "passwords.trim": trimPasswords,
  "audit.checkpoint": writeCheckpoint,
};
