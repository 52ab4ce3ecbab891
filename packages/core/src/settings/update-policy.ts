import { fail } from "@pronaflow/contract";
import { UpdatePolicyInput } from "@pronaflow/contract/inputs/settings";
import type { WorkspacePolicy } from "@pronaflow/contract/outputs/settings";
import type { Tx } from "@pronaflow/db";
import { workspaceCommand } from "../kernel/command.ts";
import { lockWorkspace } from "../workspaces/records.ts";
import type { PolicyRow } from "./records.ts";
import { toPolicy } from "./records.ts";
import { changedFields, patched, pick } from "./rules.ts";

/** A date further off is a slip of the hand. */
const FURTHEST_MS = 366 * 24 * 60 * 60 * 1000;

/**
 * Changes what the workspace asks of those who enter; what is left out stays. It is an Owner's, by the permission that
 * only Owners hold and no program is given, and it wants a fresh proof: whoever loosens it opens the door to all.
 * @throws MFA_REQUIRED where an Owner asks for a second factor without having used one, and would lock themselves out.
 */
export const updatePolicy = workspaceCommand({
  action: "policy.updated",
  permission: "ownership.transfer",
  locks: "workspace",
  stepUp: true,
  input: UpdatePolicyInput,
  async run({ tx, ctx, input }) {
    const { workspaceId } = ctx.scope;
    const now = ctx.services.clock.now();
    await lockWorkspace(tx, ctx.scope, input.id);
    const before = toPolicy(await readLocked(tx, workspaceId));
    const after: WorkspacePolicy = {
      ...patched(before, input),
      mfaRequiredFrom: dateOf(input.mfaRequiredFrom, before.mfaRequiredFrom, now),
    };
    const changed = changedFields(before, after);
    if (changed.length === 0) return { output: before, change: null };
    const isDateNew = changed.includes("mfaRequiredFrom");
    if (isDateNew && after.mfaRequiredFrom && ctx.actor.session.assurance < 2) fail("MFA_REQUIRED");
    await writePolicy(tx, workspaceId, after, { now, isDateNew });
    return {
      output: after,
      change: { target: workspaceId, before: pick(before, changed), after: pick(after, changed) },
    };
  },
});

function dateOf(asked: string | null | undefined, current: string | null, now: Date): string | null {
  if (asked === undefined) return current;
  if (asked === null) return null;
  const at = new Date(asked);
  if (at.toISOString() === current) return current;
  if (at.getTime() > now.getTime() + FURTHEST_MS) fail("INVALID_INPUT", {}, { mfaRequiredFrom: ["DATE_TOO_FAR"] });
  return (at < now ? now : at).toISOString();
}

async function readLocked(tx: Tx, workspaceId: string): Promise<PolicyRow | undefined> {
  const [row] = await tx.$queryRaw<PolicyRow[]>`SELECT mfa_required_from, session_max_minutes, invitation_domains
    FROM workspace_policy WHERE workspace_id = ${workspaceId}::uuid FOR UPDATE`;
  return row;
}

// A new date is announced anew; the round of reminders that was under way is of the old one.
async function writePolicy(
  tx: Tx,
  workspaceId: string,
  policy: WorkspacePolicy,
  { now, isDateNew }: { now: Date; isDateNew: boolean },
): Promise<void> {
  const { sessionMaxMinutes, invitationDomains } = policy;
  const from = policy.mfaRequiredFrom && new Date(policy.mfaRequiredFrom);
  await tx.$executeRaw`INSERT INTO workspace_policy AS p
      (workspace_id, mfa_required_from, session_max_minutes, invitation_domains, updated_at)
    VALUES (${workspaceId}::uuid, ${from}::timestamptz, ${sessionMaxMinutes}::integer, ${invitationDomains}::text[], ${now})
    ON CONFLICT (workspace_id) DO UPDATE SET mfa_required_from = excluded.mfa_required_from,
      session_max_minutes = excluded.session_max_minutes, invitation_domains = excluded.invitation_domains,
      updated_at = excluded.updated_at,
      mfa_reminded_at = CASE WHEN ${isDateNew} THEN NULL ELSE p.mfa_reminded_at END,
      mfa_reminded_through = CASE WHEN ${isDateNew} THEN NULL ELSE p.mfa_reminded_through END`;
}
