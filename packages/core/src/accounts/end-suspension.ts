import { EndSuspensionInput } from "@pronaflow/contract/inputs/accounts";
import { liftSuspension } from "../identity/lift-suspension.ts";
import { lockAccount } from "../identity/records.ts";
import { systemCommand } from "../kernel/command.ts";
import { lockPlaces } from "../ownership/pass-ownership.ts";
import { resumeOwnership } from "../ownership/resume-ownership.ts";
import { isSuspended, RETURNED } from "./rules.ts";

/**
 * Writes down that a suspension has run out, and gives workspaces back their Owner, also to one who signed in at the very
 * moment and was let in there. Whoever was suspended anew meanwhile stays so. For the worker.
 */
export const endSuspension = systemCommand({
  action: "account.suspension_ended",
  permission: "accounts.maintain",
  lockFirst: (tx, { id }) => lockPlaces(tx, id),
  input: EndSuspensionInput,
  async run({ tx, ctx, input: { id, reason } }) {
    const account = await lockAccount(tx, { id });
    if (!account || account.status === "DELETED" || isSuspended(account, ctx.services.clock.now()))
      return { output: { id }, change: null };
    const hasEnded = account.status === "SUSPENDED";
    if (hasEnded) await liftSuspension(tx, id, ctx.services.clock.now());
    const resumed = await resumeOwnership(tx, ctx, id, RETURNED);
    if (!hasEnded && resumed === 0) return { output: { id }, change: null };
    const before = { status: account.status, until: account.suspendedUntil?.toISOString() ?? null };
    return { output: { id }, change: { target: id, before, after: { resumed }, reason } };
  },
});
