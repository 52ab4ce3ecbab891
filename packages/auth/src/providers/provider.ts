/** The providers that can be configured. The key stands in addresses, settings and rows. */
export const PROVIDER_KEYS = ["google", "github", "oidc"] as const;
export type ProviderKey = (typeof PROVIDER_KEYS)[number];

/** Who someone is at a provider. The pair of issuer and subject is the identity; the rest is what the provider says of it. */
export interface ProviderIdentity {
  issuer: string;
  subject: string;
  email: string | null;
  /** True only where the provider itself says that it has proven the address. */
  isEmailVerified: boolean;
  name: string | null;
  /** The name they go by there, for a username to start from. */
  handle: string | null;
}

/** What one way to a provider and back is bound to (RFC 7636, RFC 6749 §10.12, OpenID Connect Core §3.1.2.1). */
export interface FlowSecrets {
  state: string;
  nonce: string;
  codeVerifier: string;
}

/** What the provider sent the browser back with. */
export interface ProviderAnswer {
  code: string;
  /** RFC 9207. */
  iss: string | undefined;
}

export interface Provider {
  key: ProviderKey;
  /** What a button says. */
  name: string;
  /** Where the browser is to go. Fails with ProviderFailure. */
  authorizationUrl(flow: FlowSecrets): Promise<URL>;
  /**
   * Exchanges the code and judges who it stands for. No token outlives the call. Fails with ProviderFailure:
   * `unavailable` where no answer came in time, `refused` where it cannot be believed.
   */
  identify(flow: FlowSecrets, answer: ProviderAnswer): Promise<ProviderIdentity>;
}

export type Providers = ReadonlyMap<ProviderKey, Provider>;

/** A provider did not answer, or what it answered does not count. `reason` is a code for the log, never what was sent. */
export class ProviderFailure extends Error {
  override readonly name = "ProviderFailure";
  readonly kind: "unavailable" | "refused";
  readonly reason: string;

  constructor(kind: "unavailable" | "refused", reason: string) {
    super(`Provider ${kind}: ${reason}`);
    this.kind = kind;
    this.reason = reason;
  }
}
