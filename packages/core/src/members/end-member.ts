import { EndMemberInput } from "@pronaflow/contract/inputs/members";
import { systemCommand } from "../kernel/command.ts";
import { lockAnyWorkspace } from "../system/records.ts";
import { lockMember } from "./records.ts";

/** Deactivates a Guest whose end has come, once. Whoever was given another end meanwhile stays. For the worker. */
export const endMember = systemCommand({
  action: "member.ended",
  permission: "accounts.maintain",
  input: EndMemberInput,
  async run({ tx, ctx, input }) {
    const { workspaceId, memberId, reason } = input;
    const output = { memberId };
    const workspace = await lockAnyWorkspace(tx, workspaceId);
    if (!workspace || workspace.deletedAt) return { output, change: null };
    const now = ctx.services.clock.now();
    const ended = await tx.$executeRaw`UPDATE membership SET state = 'DEACTIVATED', deactivated_at = ${now}::timestamptz
      WHERE workspace_id = ${workspaceId}::uuid AND id = ${memberId}::uuid AND state = 'ACTIVE' AND role = 'GUEST'
        AND ends_at <= ${now}::timestamptz`;
    if (ended === 0) return { output, change: null };
    const { accountId, email: to, locale, displayName } = await lockMember(tx, { workspaceId }, memberId);
    return {
      output,
      change: { target: memberId, workspaceId, after: { accountId, state: "DEACTIVATED" }, reason },
      mails: [
        {
          template: "member-ended",
          to,
          accountId,
          locale,
          props: { displayName, workspaceName: workspace.name, link: ctx.services.env.APP_URL },
        },
      ],
    };
  },
});
