import { fail } from "@pronaflow/contract";
import { RemovePasskeyInput } from "@pronaflow/contract/inputs/passkeys";
import type { Tx } from "@pronaflow/db";
import { lockOwner } from "../factors/lock-owner.ts";
import { userCommand } from "../kernel/command.ts";
import { noticeMail } from "../notices/notice-mail.ts";
import { sessionWriter } from "../sessions/session-writer.ts";

/**
 * Removes one of one's own passkeys, never the last way in, and tells the owner by mail. This session gets a new token.
 * @throws STEP_UP_REQUIRED, LAST_WAY_IN, NOT_FOUND, and UNAUTHENTICATED where the session ended meanwhile.
 */
export const removePasskey = userCommand({
  action: "passkey.removed",
  stepUp: true,
  attempt: "mfa_change",
  input: RemovePasskeyInput,
  async run({ tx, ctx, input: { passkeyId } }) {
    const { sessions } = ctx.services;
    const account = await lockOwner(tx, ctx);
    const [removed] = await tx.$queryRaw<{ name: string; row: string }[]>`DELETE FROM passkey
      WHERE id = ${passkeyId}::uuid AND account_id = ${account.id}::uuid
      RETURNING name, to_jsonb(passkey)::text AS row`;
    if (!removed) return fail("NOT_FOUND");
    if (!(await hasWayIn(tx, account.id))) return fail("LAST_WAY_IN");
    const rotated = (await sessions.rotate(sessionWriter(tx), ctx.actor.session)) ?? fail("UNAUTHENTICATED");
    const { name, row } = removed;
    const notice = {
      template: "passkey-removed",
      facts: { passkeyName: name },
      undo: { kind: "passkey_removed", row },
    } as const;
    return {
      output: { token: rotated.token, expiresAt: rotated.session.expiresAt.toISOString() },
      change: { target: account.id, before: { passkeyId, name } },
      mails: [await noticeMail(tx, ctx, account, notice)],
    };
  },
});

/** Whether anything is left to sign in with: a password that counts, another passkey, a linked provider. */
async function hasWayIn(tx: Tx, accountId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`SELECT 1 FROM account a WHERE a.id = ${accountId}::uuid AND (
    (a.password_hash IS NOT NULL AND a.password_disabled_at IS NULL)
    OR EXISTS (SELECT 1 FROM passkey p WHERE p.account_id = a.id)
    OR EXISTS (SELECT 1 FROM linked_identity i WHERE i.account_id = a.id))`;
  return rows.length > 0;
}
