import type { KeyObject } from "node:crypto";
import { generateKeyPairSync } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import Provider from "oidc-provider";
import { listenOnLoopback } from "./listen-on-loopback.ts";

/** What the server says of somebody who has an account there. */
export interface OidcPerson {
  sub: string;
  email?: string;
  email_verified?: boolean;
  name?: string;
  preferred_username?: string;
}

export interface OidcServer {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Whoever is in here can sign in there, by `sub`. */
  people: Map<string, OidcPerson>;
  close(): Promise<void>;
}

/** The one client that the server knows. */
export const TEST_CLIENT = { clientId: "pronaflow-test", clientSecret: "not-a-secret-of-anyone-0123456789" };

/**
 * A real OpenID Connect server (oidc-provider, certified) for one client. Its sign-in page asks for a `sub` and nothing
 * else. With `key` it signs with the same RSA key as an earlier one: whoever trusts that one goes on.
 */
export async function startOidcServer(client: {
  redirectUri: string;
  port?: number;
  key?: KeyObject;
}): Promise<OidcServer> {
  const people = new Map<string, OidcPerson>();
  let provider: Provider | null = null;
  const server = await listenOnLoopback((request, response) => {
    if (provider && request.url?.startsWith("/interaction/")) {
      void interact(provider, request, response);
    } else void provider?.callback()(request, response);
  }, client.port);
  provider = makeProvider(server.url, { ...client, ...TEST_CLIENT }, people);
  return { issuer: server.url, ...TEST_CLIENT, people, close: server.close };
}

function makeProvider(
  issuer: string,
  client: { redirectUri: string; clientId: string; clientSecret: string; key?: KeyObject },
  people: Map<string, OidcPerson>,
): Provider {
  const key = client.key ?? generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
  return new Provider(issuer, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [client.redirectUri],
        response_types: ["code"],
        grant_types: ["authorization_code"],
        token_endpoint_auth_method: "client_secret_post",
      },
    ],
    jwks: { keys: [{ ...key.export({ format: "jwk" }), kid: "one", use: "sig", alg: "RS256" }] },
    cookies: { keys: ["a key of this test server"] },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name", "preferred_username"] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    ttl: { AccessToken: 300, AuthorizationCode: 60, Grant: 300, IdToken: 300, Interaction: 300, Session: 300 },
    findAccount: (_ctx, sub) => {
      const person = people.get(sub);
      return person ? { accountId: sub, claims: () => ({ ...person }) } : undefined;
    },
    async loadExistingGrant({ oidc }) {
      const accountId = oidc.session?.accountId;
      if (!accountId || !oidc.client) return undefined;
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  });
}

async function interact(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === "GET") {
    response.setHeader("content-type", "text/html");
    response.end(SIGN_IN_PAGE);
    return;
  }
  const sub = new URLSearchParams(await text(request)).get("sub");
  const result = sub ? { login: { accountId: sub } } : { error: "access_denied" };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

const SIGN_IN_PAGE = `<!doctype html><html lang="en"><title>Test provider</title><h1>Test provider</h1>
<form method="post"><label>Account <input name="sub" autofocus></label> <button>Allow</button></form>
<form method="post"><button>Deny</button></form></html>`;
