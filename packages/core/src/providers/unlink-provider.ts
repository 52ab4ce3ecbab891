import { fail } from "@pronaflow/contract";
import { UnlinkProviderInput } from "@pronaflow/contract/inputs/providers";
import { lockAccount } from "../identity/records.ts";
import { userCommand } from "../kernel/command.ts";
import { noticeMail } from "../notices/notice-mail.ts";
import { partyOf } from "../passkeys/records.ts";
import { readWaysIn } from "./records.ts";

/**
 * Unties a provider from one's own account, with a fresh proof, never where nothing else leads in.
 * @throws STEP_UP_REQUIRED, NOT_FOUND, LAST_WAY_IN.
 */
export const unlinkProvider = userCommand({
  action: "provider.unlinked",
  stepUp: true,
  input: UnlinkProviderInput,
  async run({ tx, ctx, input }) {
    const account = (await lockAccount(tx, { id: ctx.actor.account.id })) ?? fail("UNAUTHENTICATED");
    const [removed] = await tx.$queryRaw<{ provider: string; email: string | null; row: string }[]>`
      DELETE FROM linked_identity WHERE id = ${input.connectionId}::uuid AND account_id = ${account.id}::uuid
      RETURNING provider, email, to_jsonb(linked_identity)::text AS row`;
    if (!removed) return fail("NOT_FOUND");
    const { hasPassword, passkeys, identities } = await readWaysIn(tx, account.id, partyOf(ctx).id);
    if (!hasPassword && passkeys === 0 && identities === 0) return fail("LAST_WAY_IN");
    const providerName = nameOf(ctx.services.providers, removed.provider);
    const undo = { kind: "provider_unlinked", row: removed.row } as const;
    const notice = { template: "provider-unlinked", facts: { providerName }, undo } as const;
    return {
      output: { status: "done" as const },
      change: { target: account.id, before: { provider: removed.provider, email: removed.email } },
      mails: [await noticeMail(tx, ctx, account, notice)],
    };
  },
});

/** A provider that is configured no more keeps its key for a name. */
export function nameOf(providers: ReadonlyMap<string, { name: string }>, key: string): string {
  return providers.get(key)?.name ?? key;
}
