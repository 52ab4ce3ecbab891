import type { Provider, ProviderIdentity } from "@pronaflow/auth";
import { fail } from "@pronaflow/contract";
import type { Tx } from "@pronaflow/db";
import { lockAccount } from "../identity/records.ts";
import type { Attempt } from "../kernel/attempts.ts";
import type { Outcome } from "../kernel/command.ts";
import type { RequestContext } from "../kernel/context.ts";
import { noticeMail } from "../notices/notice-mail.ts";
import { addIdentity } from "./add-identity.ts";
import { getIdentityOwner } from "./records.ts";

interface Linking {
  accountId: string;
  provider: Provider;
  identity: ProviderIdentity;
}

/** Links the identity that came back to the account that sent its owner there; its session has to be alive still. */
export async function completeLink(
  tx: Tx,
  ctx: RequestContext,
  { accountId, provider, identity }: Linking,
  attempt: Attempt,
): Promise<Outcome<{ status: "linked" }>> {
  attempt.outcome = "provider_linked";
  const output = { status: "linked" as const };
  const account = (await lockAccount(tx, { id: accountId })) ?? fail("UNAUTHENTICATED");
  const live = await tx.$queryRaw<unknown[]>`SELECT 1 FROM session WHERE id = ${ctx.actor?.session.id}::uuid`;
  if (live.length === 0 || account.status !== "ACTIVE") return fail("UNAUTHENTICATED");
  const added = await addIdentity(tx, ctx, { accountId, provider: provider.key, identity });
  if (!added) {
    const owner = await getIdentityOwner(tx, identity);
    return owner?.accountId === accountId ? { output, change: null } : fail("PROVIDER_TAKEN");
  }
  const notice = { template: "provider-linked", facts: { providerName: provider.name } } as const;
  const mail = await noticeMail(tx, ctx, account, { ...notice, undo: { kind: "provider_linked", id: added.id } });
  const after = { provider: provider.key, issuer: identity.issuer, email: identity.email };
  return { output, change: linked({ target: accountId, after }), mails: [mail] };
}

// The flow's own act is a session; what this end of it did is another, and the command records the one it is told.
function linked<Facts extends object>(facts: Facts): Facts & { action: "provider.linked" } {
  return { ...facts, action: "provider.linked" };
}
