import { hashToken, newToken } from "@pronaflow/auth";
import type { TokenPurpose, Tx } from "@pronaflow/db";
import type { RequestContext } from "../kernel/context.ts";

export interface LinkOrder {
  purpose: TokenPurpose;
  /** Null makes a link that proves nothing: see `spendEqually`. */
  accountId: string | null;
  /** The normalised mail address it goes to; the link proves this one only. */
  address: string;
  ttlSeconds: number;
}

/** Spec ID-2: 24 hours. */
export const VERIFICATION_TTL_SECONDS = 24 * 60 * 60;
/** Spec ID-10: 15 minutes. */
export const RESET_TTL_SECONDS = 15 * 60;

/**
 * Makes a one-time link and voids the earlier ones of its kind. The token is handed out here and never again; its
 * SHA-256 is stored. The caller holds the account's row lock, so one link lives at a time.
 */
export async function issueLink(
  tx: Tx,
  ctx: RequestContext,
  order: LinkOrder,
): Promise<{ token: string; expiresAt: Date }> {
  const { clock, random } = ctx.services;
  const now = clock.now();
  const token = newToken((size) => random.bytes(size));
  const expiresAt = new Date(now.getTime() + order.ttlSeconds * 1000);
  await voidLinks(tx, order);
  await tx.$executeRaw`INSERT INTO one_time_token (id, purpose, account_id, address, token_hash, created_at, expires_at)
    VALUES (${random.uuid()}::uuid, ${order.purpose}::"TokenPurpose", ${order.accountId}::uuid, ${order.address},
      ${hashToken(token)}, ${now}, ${expiresAt})`;
  return { token, expiresAt };
}

/** Takes the live links of one kind from an account. */
export async function voidLinks(tx: Tx, which: Pick<LinkOrder, "purpose" | "accountId">): Promise<void> {
  await tx.$executeRaw`DELETE FROM one_time_token WHERE account_id = ${which.accountId}::uuid
    AND purpose = ${which.purpose}::"TokenPurpose" AND used_at IS NULL`;
}
