import { fail } from "@pronaflow/contract";
import { RemovePasskeyInput } from "@pronaflow/contract/inputs/passkeys";
import { lockOwner } from "../factors/lock-owner.ts";
import { userCommand } from "../kernel/command.ts";
import { noticeMail } from "../notices/notice-mail.ts";
import { readWaysIn } from "../providers/records.ts";
import { sessionWriter } from "../sessions/session-writer.ts";
import { partyOf } from "./records.ts";

/**
 * Removes one of one's own passkeys, never the last way into the app it is for, and tells the owner by mail. This session gets a new token.
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
    const [removed] = await tx.$queryRaw<{ name: string; row: string; rp_id: string | null }[]>`DELETE FROM passkey
      WHERE id = ${passkeyId}::uuid AND account_id = ${account.id}::uuid
      RETURNING name, rp_id, to_jsonb(passkey)::text AS row`;
    if (!removed) return fail("NOT_FOUND");
    const host = removed.rp_id ?? partyOf(ctx).id;
    const { hasPassword, passkeys, identities } = await readWaysIn(tx, account.id, host);
    if (!hasPassword && passkeys === 0 && identities === 0) return fail("LAST_WAY_IN");
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
