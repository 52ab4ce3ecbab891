import { fail } from "@pronaflow/contract";
import { RevokeTokenInput } from "@pronaflow/contract/inputs/tokens";
import { userCommand } from "../kernel/command.ts";
import { noticeMail } from "../notices/notice-mail.ts";

/**
 * Ends one of one's own tokens: refused from its next request on.
 * @throws NOT_FOUND for one that is not theirs, unknown, or revoked already.
 */
export const revokeToken = userCommand({
  action: "token.revoked",
  input: RevokeTokenInput,
  async run({ tx, ctx, input }) {
    const [revoked] = await tx.$queryRaw<{ name: string }[]>`UPDATE personal_access_token
      SET revoked_at = ${ctx.services.clock.now()}
      WHERE id = ${input.tokenId}::uuid AND account_id = ${ctx.actor.account.id}::uuid AND revoked_at IS NULL
      RETURNING name`;
    if (!revoked) return fail("NOT_FOUND");
    const { name } = revoked;
    const notice = { template: "token-revoked", facts: { tokenName: name } } as const;
    return {
      output: { status: "done" as const },
      change: { target: input.tokenId, before: { name } },
      mails: [await noticeMail(tx, ctx, ctx.actor.account, notice)],
    };
  },
});
