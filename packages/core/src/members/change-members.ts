import { fail, fieldErrorsOf, isProductError } from "@pronaflow/contract";
import { BulkMembersInput } from "@pronaflow/contract/inputs/members";
import type { BulkResults } from "@pronaflow/contract/outputs/members";
import type * as z from "zod";
import type { WorkspaceContext } from "../kernel/context.ts";
import { requirePermission } from "../kernel/require-permission.ts";
import { removeMember } from "./remove-member.ts";
import { updateMember } from "./update-member.ts";

/** What would meet every row alike: then the whole act fails with it. */
const FOR_ALL = ["FORBIDDEN", "TOKEN_NOT_PERMITTED", "STEP_UP_REQUIRED", "EMAIL_NOT_VERIFIED", "UNAVAILABLE"];

/**
 * One act on up to 200 members, each in a transaction of its own and each with its own result: one that cannot be done
 * does not keep the others. A member who is gone is NOT_FOUND.
 * @throws INVALID_INPUT, and what would meet every one of them.
 */
export async function changeMembers(
  ctx: WorkspaceContext,
  given: z.input<typeof BulkMembersInput>,
): Promise<BulkResults> {
  requirePermission(ctx, given.remove ? "members.remove" : "members.update");
  const parsed = BulkMembersInput.safeParse(given);
  if (!parsed.success) return fail("INVALID_INPUT", {}, fieldErrorsOf(parsed.error));
  const { id, memberIds, remove, ...change } = parsed.data;
  const results: BulkResults["results"] = [];
  for (const memberId of memberIds) {
    const act = () => (remove ? removeMember(ctx, { id, memberId }) : updateMember(ctx, { id, memberId, ...change }));
    results.push({ memberId, code: await codeOf(act) });
  }
  return { results };
}

async function codeOf(act: () => Promise<unknown>): Promise<string | null> {
  try {
    await act();
    return null;
  } catch (error) {
    if (!isProductError(error) || FOR_ALL.includes(error.code)) throw error;
    return error.code;
  }
}
