import type { ProviderIdentity } from "@pronaflow/auth";
import type { Tx } from "@pronaflow/db";
import type { RequestContext } from "../kernel/context.ts";

/** Ties an identity to an account; null where it is tied already, or the account has another of the same provider. */
export async function addIdentity(
  tx: Tx,
  ctx: RequestContext,
  link: { accountId: string; provider: string; identity: ProviderIdentity },
): Promise<{ id: string } | null> {
  const { clock, random } = ctx.services;
  const { identity } = link;
  const id = random.uuid();
  const added =
    await tx.$executeRaw`INSERT INTO linked_identity (id, account_id, provider, issuer, subject, email, name,
      linked_at)
    VALUES (${id}::uuid, ${link.accountId}::uuid, ${link.provider}, ${identity.issuer}, ${identity.subject},
      ${identity.email}, ${identity.name}, ${clock.now()})
    ON CONFLICT DO NOTHING`;
  return added === 1 ? { id } : null;
}

/** Notes that an identity was used, with what its provider says of it now. */
export async function touchIdentity(tx: Tx, ctx: RequestContext, identity: ProviderIdentity): Promise<void> {
  await tx.$executeRaw`UPDATE linked_identity SET last_used_at = ${ctx.services.clock.now()},
      email = ${identity.email}, name = ${identity.name}
    WHERE issuer = ${identity.issuer} AND subject = ${identity.subject}`;
}
