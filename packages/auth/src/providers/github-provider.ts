import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientSecretPost,
  Configuration,
  calculatePKCECodeChallenge,
  customFetch,
  fetchProtectedResource,
} from "openid-client";
import { boundedFetch } from "./bounded-fetch.ts";
import { failingAsProvider } from "./failing-as-provider.ts";
import { callbackUrl } from "./oidc-provider.ts";
import type { FlowSecrets, Provider, ProviderAnswer, ProviderIdentity } from "./provider.ts";
import { ProviderFailure } from "./provider.ts";

export interface GithubSettings {
  clientId: string;
  clientSecret: string;
  /** `https://github.com`, or a GitHub Enterprise Server. */
  url: string;
  /** `https://api.github.com`, or `https://<server>/api/v3`. */
  apiUrl: string;
  redirectUri: string;
  timeoutMs: number;
}

/**
 * GitHub, which speaks OAuth 2.0 and no OpenID Connect: no id_token, so who someone is comes from its API, asked with the
 * access token that the code was exchanged for.
 */
export function githubProvider(settings: GithubSettings): Provider {
  const { timeoutMs } = settings;
  const configuration = configurationOf(settings);
  return {
    key: "github",
    name: "GitHub",
    authorizationUrl: (flow) => failingAsProvider(timeoutMs, () => urlOf(configuration, settings, flow)),
    identify: (flow, answer) => failingAsProvider(timeoutMs, () => identify(configuration, settings, flow, answer)),
  };
}

function configurationOf({ url, clientId, clientSecret, timeoutMs }: GithubSettings): Configuration {
  const server = {
    issuer: url,
    authorization_endpoint: `${url}/login/oauth/authorize`,
    token_endpoint: `${url}/login/oauth/access_token`,
  };
  const configuration = new Configuration(server, clientId, {}, ClientSecretPost(clientSecret));
  configuration.timeout = timeoutMs / 1000;
  configuration[customFetch] = boundedFetch;
  if (url.startsWith("http:")) allowInsecureRequests(configuration);
  return configuration;
}

async function urlOf(configuration: Configuration, settings: GithubSettings, flow: FlowSecrets): Promise<URL> {
  return buildAuthorizationUrl(configuration, {
    redirect_uri: settings.redirectUri,
    scope: "user:email",
    state: flow.state,
    code_challenge: await calculatePKCECodeChallenge(flow.codeVerifier),
    code_challenge_method: "S256",
  });
}

async function identify(
  configuration: Configuration,
  settings: GithubSettings,
  flow: FlowSecrets,
  answer: ProviderAnswer,
): Promise<ProviderIdentity> {
  const { access_token: token } = await authorizationCodeGrant(
    configuration,
    callbackUrl(settings.redirectUri, flow, answer),
    { expectedState: flow.state, pkceCodeVerifier: flow.codeVerifier },
  );
  const ask = (path: string) => askApi(configuration, token, new URL(`${settings.apiUrl}${path}`));
  const [user, emails] = await Promise.all([ask("/user"), ask("/user/emails")]);
  const { id, login, name } = asRecord(user);
  // The login can change hands; the number cannot.
  if (typeof id !== "number" || !Number.isSafeInteger(id) || id <= 0) throw new ProviderFailure("refused", "user id");
  return {
    issuer: settings.url,
    subject: String(id),
    ...addressIn(emails),
    name: typeof name === "string" && name !== "" ? name : null,
    handle: typeof login === "string" ? login : null,
  };
}

async function askApi(configuration: Configuration, token: string, url: URL): Promise<unknown> {
  const headers = new Headers({ accept: "application/vnd.github+json" });
  const response = await fetchProtectedResource(configuration, token, url, "GET", null, headers);
  if (!response.ok) throw new ProviderFailure("refused", `api ${response.status}`);
  return await response.json();
}

/** The primary address, and whether GitHub has proven it. */
function addressIn(emails: unknown): Pick<ProviderIdentity, "email" | "isEmailVerified"> {
  const all: unknown[] = Array.isArray(emails) ? emails : [];
  const primary = all.map(asRecord).find((one) => one.primary === true);
  const email = typeof primary?.email === "string" && primary.email !== "" ? primary.email : null;
  return { email, isEmailVerified: primary?.verified === true };
}

function asRecord(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === "object" ? (value as Record<string, unknown>) : {};
}
