import { hashToken } from "@pronaflow/auth";
import { fail } from "@pronaflow/contract";
import type { Tx } from "@pronaflow/db";
import type { RequestContext } from "../kernel/context.ts";
import { reading } from "../kernel/transaction.ts";

/** A way to a provider and back that has just been used up. */
export interface UsedFlow {
  id: string;
  provider: string;
  /** Who is linking; null for a sign-in. */
  accountId: string | null;
  nonce: string;
  codeVerifier: string;
  returnTo: string | null;
}

type Flow = { id: string; provider: string; account_id: string | null; secrets: string; return_to: string | null };

/**
 * Uses a flow up: the one statement that decides, before anything goes out to the provider, so that a code is sent once
 * under any number of callers. The state has to have been made for this provider, and in this browser.
 * @throws CHALLENGE_GONE alike for one that is unknown, used, run out, another browser's or another provider's.
 */
export async function consumeFlow(
  ctx: RequestContext,
  answered: { provider: string; state: string },
): Promise<UsedFlow> {
  const { db, clock, keys } = ctx.services;
  const [flow] = await reading(() =>
    db.hot<Flow>(
      "provider_flow_consume",
      `UPDATE provider_flow SET used_at = $4 WHERE state_hash = $1 AND browser_hash = $2 AND provider = $3
         AND used_at IS NULL AND expires_at > $4
       RETURNING id::text AS id, provider, account_id::text AS account_id, secrets, return_to`,
      [hashToken(answered.state), browserHash(ctx), answered.provider, clock.now()],
    ),
  );
  if (!flow) return fail("CHALLENGE_GONE");
  const secrets = JSON.parse(keys.open(flow.secrets, flowContext(flow.id))) as { nonce: string; codeVerifier: string };
  return { ...secrets, id: flow.id, provider: flow.provider, accountId: flow.account_id, returnTo: flow.return_to };
}

/** What a sealed value of a flow is bound to. */
export function flowContext(flowId: string): string {
  return `provider-flow:${flowId}`;
}

/** The SHA-256 of the browser's flow cookie; a browser without one has a hash that no flow has. */
export function browserHash(ctx: RequestContext): Buffer<ArrayBuffer> {
  return hashToken(ctx.flowToken ?? "");
}

/** Whose an identity is: issuer and subject, never the address (ASVS 6.8.1). */
export async function getIdentityOwner(
  tx: Tx,
  identity: { issuer: string; subject: string },
): Promise<{ accountId: string } | null> {
  const [row] = await tx.$queryRaw<{ account_id: string }[]>`SELECT account_id::text AS account_id
    FROM linked_identity WHERE issuer = ${identity.issuer} AND subject = ${identity.subject}`;
  return row ? { accountId: row.account_id } : null;
}

/** What leads into an account. */
export interface WaysIn {
  hasPassword: boolean;
  passkeys: number;
  identities: number;
}

type Ways = { has_password: boolean; passkeys: number; identities: number };

/** Counts the ways into an account on a host, where a passkey for another is none; the caller holds its row lock. */
export async function readWaysIn(tx: Tx, accountId: string, host: string): Promise<WaysIn> {
  const [ways] = await tx.$queryRaw<Ways[]>`SELECT
      a.password_hash IS NOT NULL AND a.password_disabled_at IS NULL AS has_password,
      (SELECT count(*)::integer FROM passkey p WHERE p.account_id = a.id
        AND (p.rp_id IS NULL OR p.rp_id = ${host})) AS passkeys,
      (SELECT count(*)::integer FROM linked_identity i WHERE i.account_id = a.id) AS identities
    FROM account a WHERE a.id = ${accountId}::uuid`;
  return {
    hasPassword: ways?.has_password ?? false,
    passkeys: ways?.passkeys ?? 0,
    identities: ways?.identities ?? 0,
  };
}
