import { fail, fieldErrorsOf } from "@pronaflow/contract";
import { UpdateMemberInput } from "@pronaflow/contract/inputs/members";
import type { ChangedMember } from "@pronaflow/contract/outputs/members";
import type * as z from "zod";
import type { WorkspaceContext } from "../kernel/context.ts";
import { changeRole } from "./change-role.ts";
import { deactivateMember } from "./deactivate-member.ts";
import { reactivateMember } from "./reactivate-member.ts";
import { setMemberEnd } from "./set-member-end.ts";

/** The one change that was asked for: another role, in or out, or an end. Fails as that change does. */
export async function updateMember(
  ctx: WorkspaceContext,
  given: z.input<typeof UpdateMemberInput>,
): Promise<ChangedMember> {
  const parsed = UpdateMemberInput.safeParse(given);
  if (!parsed.success) return fail("INVALID_INPUT", {}, fieldErrorsOf(parsed.error));
  const { id, memberId, role, active, endsAt } = parsed.data;
  if (role) return await changeRole(ctx, { id, memberId, role });
  if (active !== undefined) return await (active ? reactivateMember : deactivateMember)(ctx, { id, memberId });
  return await setMemberEnd(ctx, { id, memberId, endsAt: endsAt ?? null });
}
