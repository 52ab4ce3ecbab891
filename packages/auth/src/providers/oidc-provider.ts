import type { Configuration, IDToken, UserInfoResponse } from "openid-client";
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientSecretBasic,
  ClientSecretPost,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
} from "openid-client";
import { boundedFetch } from "./bounded-fetch.ts";
import { failingAsProvider } from "./failing-as-provider.ts";
import type { FlowSecrets, Provider, ProviderAnswer, ProviderIdentity, ProviderKey } from "./provider.ts";
import { ProviderFailure } from "./provider.ts";

export interface OidcSettings {
  key: ProviderKey;
  name: string;
  /** Exactly as the provider writes it: a slash at the end counts. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  redirectUri: string;
  timeoutMs: number;
}

/** How long what an issuer says of itself is believed before it is read again. */
const METADATA_TTL_MS = 60 * 60 * 1000;
const SCOPE = "openid email profile";

/** An OpenID Connect issuer. Its metadata is read at the first use, not at the start, and then kept for an hour. */
export function oidcProvider(settings: OidcSettings): Provider {
  const { key, name, timeoutMs } = settings;
  const configuration = cachedConfiguration(settings);
  return {
    key,
    name,
    authorizationUrl: (flow) => failingAsProvider(timeoutMs, async () => urlOf(await configuration(), settings, flow)),
    identify: (flow, answer) =>
      failingAsProvider(timeoutMs, async () => await identify(await configuration(), settings, flow, answer)),
  };
}

function cachedConfiguration(settings: OidcSettings): () => Promise<Configuration> {
  let cached: { at: number; configuration: Promise<Configuration> } | null = null;
  return () => {
    if (cached && Date.now() - cached.at < METADATA_TTL_MS) return cached.configuration;
    const asked = { at: Date.now(), configuration: discover(settings) };
    cached = asked;
    // A failure is not kept: the next one asks again. Those who came meanwhile share this one.
    asked.configuration.catch(() => {
      if (cached === asked) cached = null;
    });
    return asked.configuration;
  };
}

async function discover(settings: OidcSettings): Promise<Configuration> {
  const issuer = new URL(settings.issuer);
  try {
    return await discovery(issuer, settings.clientId, {}, clientAuthentication(settings.clientSecret), {
      timeout: settings.timeoutMs / 1000,
      [customFetch]: boundedFetch,
      // Without the second, the signature of an id_token that came straight from the issuer would not be looked at.
      execute: [...(issuer.protocol === "http:" ? [allowInsecureRequests] : []), enableNonRepudiationChecks],
    });
  } catch {
    // An issuer that answers nonsense about itself is as good as down: nothing has been proven or refused yet.
    throw new ProviderFailure("unavailable", "discovery");
  }
}

/** The secret in the form's body where the issuer takes that, else in the header, which every issuer has to (RFC 6749 §2.3.1). */
function clientAuthentication(secret: string): ReturnType<typeof ClientSecretBasic> {
  const [post, basic] = [ClientSecretPost(secret), ClientSecretBasic(secret)];
  return (server, ...rest) => {
    const takesPost = server.token_endpoint_auth_methods_supported?.includes("client_secret_post");
    return takesPost ? post(server, ...rest) : basic(server, ...rest);
  };
}

async function urlOf(configuration: Configuration, settings: OidcSettings, flow: FlowSecrets): Promise<URL> {
  return buildAuthorizationUrl(configuration, {
    redirect_uri: settings.redirectUri,
    scope: SCOPE,
    state: flow.state,
    nonce: flow.nonce,
    code_challenge: await calculatePKCECodeChallenge(flow.codeVerifier),
    code_challenge_method: "S256",
  });
}

async function identify(
  configuration: Configuration,
  settings: OidcSettings,
  flow: FlowSecrets,
  answer: ProviderAnswer,
): Promise<ProviderIdentity> {
  const tokens = await authorizationCodeGrant(
    configuration,
    callbackUrl(settings.redirectUri, flow, withIssuer(configuration, answer)),
    {
      expectedState: flow.state,
      expectedNonce: flow.nonce,
      pkceCodeVerifier: flow.codeVerifier,
      idTokenExpected: true,
    },
  );
  const claims = tokens.claims();
  if (!claims || !isIdToken(tokens.id_token)) throw new ProviderFailure("refused", "id_token");
  // Some issuers put the address into the token, others answer it only when asked.
  const hasUserInfo = configuration.serverMetadata().userinfo_endpoint !== undefined;
  const said =
    typeof claims.email === "string" || !hasUserInfo
      ? claims
      : await fetchUserInfo(configuration, tokens.access_token, claims.sub);
  return toIdentity(claims, said);
}

// Where the caller leaves `iss` out, as programs may that know of code and state alone, mix-up is met by the other means
// of RFC 9700 §4.4.2: each provider has a callback of its own, and the state was made for it. Given, it has to match.
function withIssuer(configuration: Configuration, answer: ProviderAnswer): ProviderAnswer {
  const { issuer, authorization_response_iss_parameter_supported: isSent } = configuration.serverMetadata();
  return isSent ? { ...answer, iss: answer.iss ?? issuer } : answer;
}

/** The address of the callback as the browser met it, put together from what is known and what the page passed on. */
export function callbackUrl(redirectUri: string, flow: FlowSecrets, answer: ProviderAnswer): URL {
  const url = new URL(redirectUri);
  url.searchParams.set("code", answer.code);
  url.searchParams.set("state", flow.state);
  if (answer.iss !== undefined) url.searchParams.set("iss", answer.iss);
  return url;
}

/** Whether a token says that it is an id_token, or does not say: an access token says `at+jwt` (RFC 9068). */
function isIdToken(token: string | undefined): boolean {
  const header: unknown = JSON.parse(Buffer.from(token?.split(".")[0] ?? "", "base64url").toString("utf8"));
  const type = header !== null && typeof header === "object" && "typ" in header ? header.typ : undefined;
  return type === undefined || (typeof type === "string" && type.toLowerCase() === "jwt");
}

function toIdentity(claims: IDToken, said: IDToken | UserInfoResponse): ProviderIdentity {
  return {
    issuer: claims.iss,
    subject: claims.sub,
    email: textOf(said.email),
    // Exactly true: "true", 1 or nothing at all is not a proof.
    isEmailVerified: said.email_verified === true,
    name: textOf(said.name),
    handle: textOf(said.preferred_username),
  };
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
