import type { GithubSettings } from "./github-provider.ts";
import { githubProvider } from "./github-provider.ts";
import { oidcProvider } from "./oidc-provider.ts";
import type { Provider, ProviderKey, Providers } from "./provider.ts";

interface Client {
  clientId: string;
  clientSecret: string;
}

/** Which providers there are, and what each has given us. Null: not configured. */
export interface ProviderSettings {
  google: Client | null;
  github: (Client & Pick<GithubSettings, "url" | "apiUrl">) | null;
  oidc: (Client & { issuer: string; name: string }) | null;
  /** The page that a provider sends the browser back to. */
  redirectUri(key: ProviderKey): string;
  /** For one way there and back, every request in it together. */
  timeoutMs: number;
}

const GOOGLE_ISSUER = "https://accounts.google.com";

/** The providers that are configured, in the order of their buttons. Asks none of them anything. */
export function createProviders(settings: ProviderSettings): Providers {
  const { google, github, oidc, timeoutMs } = settings;
  const common = (key: ProviderKey) => ({ timeoutMs, redirectUri: settings.redirectUri(key) });
  const all: (Provider | null)[] = [
    google && oidcProvider({ key: "google", name: "Google", issuer: GOOGLE_ISSUER, ...google, ...common("google") }),
    github && githubProvider({ ...github, ...common("github") }),
    oidc && oidcProvider({ key: "oidc", ...oidc, ...common("oidc") }),
  ];
  return new Map(all.filter((one) => one !== null).map((one) => [one.key, one]));
}
