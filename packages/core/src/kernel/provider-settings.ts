import type { ProviderSettings } from "@pronaflow/auth";
import type { Env } from "./env.ts";
import { isLoopback } from "./is-loopback.ts";

const PAIRS = [
  ["GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET"],
  ["GITHUB_CLIENT_ID", "GITHUB_CLIENT_SECRET"],
  ["OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"],
] as const;
const ADDRESSES = ["GITHUB_URL", "GITHUB_API_URL", "OIDC_ISSUER"] as const;

/** What is wrong with the settings of sign-in providers: half a pair, an issuer without its client, plain http. */
export function faultsOfProviders(env: Env): string[] {
  const faults: string[] = [];
  for (const pair of PAIRS) {
    const [missing] = pair.filter((name) => !env[name]);
    if (missing && pair.some((name) => env[name])) faults.push(`${missing}: belongs to ${pair.join(" and ")}`);
  }
  if (Boolean(env.OIDC_ISSUER) !== Boolean(env.OIDC_CLIENT_ID)) {
    faults.push("OIDC_ISSUER: needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET beside it, and they need it");
  }
  for (const name of ADDRESSES) {
    const address = env[name];
    if (address && !mayBeAsked(env, new URL(address))) {
      faults.push(`${name}: must be https; http counts only on this machine, while APP_URL is on it too`);
    }
  }
  return faults;
}

/** The providers that the settings name, for `createProviders`. */
export function providerSettings(env: Env): ProviderSettings {
  return {
    google: withClient(env.GOOGLE_CLIENT_ID, env.GOOGLE_CLIENT_SECRET, {}),
    github: withClient(env.GITHUB_CLIENT_ID, env.GITHUB_CLIENT_SECRET, {
      url: env.GITHUB_URL,
      apiUrl: env.GITHUB_API_URL,
    }),
    oidc: env.OIDC_ISSUER
      ? withClient(env.OIDC_CLIENT_ID, env.OIDC_CLIENT_SECRET, { issuer: env.OIDC_ISSUER, name: env.OIDC_NAME })
      : null,
    redirectUri: (key) => `${env.APP_URL}/sign-in/callback/${key}`,
    timeoutMs: env.PROVIDER_TIMEOUT_MS,
  };
}

// A trial of the built product runs in production mode on one machine: what it asks there never crosses a wire.
function mayBeAsked(env: Env, address: URL): boolean {
  if (address.protocol === "https:") return true;
  return isLoopback(address) && (env.NODE_ENV !== "production" || isLoopback(new URL(env.APP_URL)));
}

function withClient<More extends object>(
  clientId: string | undefined,
  clientSecret: string | undefined,
  more: More,
): (More & { clientId: string; clientSecret: string }) | null {
  return clientId && clientSecret ? { ...more, clientId, clientSecret } : null;
}
