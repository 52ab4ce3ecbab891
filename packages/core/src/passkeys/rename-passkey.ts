import { fail } from "@pronaflow/contract";
import { RenamePasskeyInput } from "@pronaflow/contract/inputs/passkeys";
import { lockOwner } from "../factors/lock-owner.ts";
import { userCommand } from "../kernel/command.ts";
import type { PasskeyRow } from "./records.ts";
import { toPasskey } from "./records.ts";

/**
 * Calls one of one's own passkeys by another name.
 * @throws STEP_UP_REQUIRED, NOT_FOUND where it is someone else's or not there: the two look the same.
 */
export const renamePasskey = userCommand({
  action: "passkey.renamed",
  stepUp: true,
  input: RenamePasskeyInput,
  async run({ tx, ctx, input: { passkeyId, name } }) {
    const { id } = await lockOwner(tx, ctx);
    const [before] = await tx.$queryRaw<
      PasskeyRow[]
    >`SELECT id::text AS id, name, created_at, last_used_at, is_backed_up, rp_id
      FROM passkey WHERE id = ${passkeyId}::uuid AND account_id = ${id}::uuid`;
    if (!before) return fail("NOT_FOUND");
    const output = toPasskey({ ...before, name });
    if (before.name === name) return { output, change: null };
    await tx.$executeRaw`UPDATE passkey SET name = ${name} WHERE id = ${passkeyId}::uuid AND account_id = ${id}::uuid`;
    return { output, change: { target: id, before: { passkeyId, name: before.name }, after: { passkeyId, name } } };
  },
});
