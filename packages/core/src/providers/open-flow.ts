import type { FlowSecrets } from "@pronaflow/auth";
import { hashToken, isToken, newToken } from "@pronaflow/auth";
import type { Tx } from "@pronaflow/db";
import type { RequestContext } from "../kernel/context.ts";
import { askProvider } from "./ask-provider.ts";
import { flowContext } from "./records.ts";
import { FLOW_TTL_SECONDS, findProvider } from "./rules.ts";

/** A way to a provider that is about to begin. */
export interface PlannedFlow extends FlowSecrets {
  provider: string;
  url: string;
  /** For the flow cookie. A browser that is under way already keeps its own, so that two tabs can be. */
  browserToken: string;
}

/** Makes the secrets of a flow and asks the provider where to go; writes nothing. @throws NOT_FOUND, PROVIDER_UNAVAILABLE. */
export async function planFlow(ctx: RequestContext, providerName: string): Promise<PlannedFlow> {
  const provider = findProvider(ctx, providerName);
  const token = () => newToken((size) => ctx.services.random.bytes(size));
  // RFC 7636 §4.1 wants 43 characters at least: two tokens are 64 of its alphabet.
  const secrets = { state: token(), nonce: token(), codeVerifier: token() + token() };
  const url = await askProvider(ctx, provider, () => provider.authorizationUrl(secrets));
  const browserToken = ctx.flowToken && isToken(ctx.flowToken) ? ctx.flowToken : token();
  return { ...secrets, provider: provider.key, url: url.href, browserToken };
}

/** Writes a flow down: of the state and the browser's cookie only the hashes, the rest sealed. */
export async function openFlow(
  tx: Tx,
  ctx: RequestContext,
  flow: PlannedFlow & { accountId: string | null; returnTo: string | null },
): Promise<void> {
  const { clock, random, keys } = ctx.services;
  const now = clock.now();
  const id = random.uuid();
  const secrets = keys.seal(JSON.stringify({ nonce: flow.nonce, codeVerifier: flow.codeVerifier }), flowContext(id));
  const expiresAt = new Date(now.getTime() + FLOW_TTL_SECONDS * 1000);
  await tx.$executeRaw`INSERT INTO provider_flow (id, state_hash, browser_hash, provider, account_id, secrets, return_to,
      created_at, expires_at)
    VALUES (${id}::uuid, ${hashToken(flow.state)}, ${hashToken(flow.browserToken)}, ${flow.provider},
      ${flow.accountId}::uuid, ${secrets}, ${flow.returnTo}, ${now}, ${expiresAt})`;
}
