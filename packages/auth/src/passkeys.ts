/** Who asks for a passkey: an app, by the host and origin of its configured address. */
export interface RelyingParty {
  /** The host: a passkey made for one answers on no other (WebAuthn §5.1.3). */
  id: string;
  origin: string;
  name: string;
}

/** A passkey as the browser is told to use it, or not to make it twice. */
export interface KnownPasskey {
  credentialId: Uint8Array;
  transports: readonly string[];
}

/** Signatures that are taken, in COSE's numbers: Ed25519, ECDSA on P-256 with SHA-256, RSA with SHA-256. */
export const PASSKEY_ALGORITHMS = [-8, -7, -257];

/** How long a challenge is good, here and in the browser's own dialog. */
export const PASSKEY_TTL_SECONDS = 5 * 60;

/** The relying party of an app: from configuration, never from a request. */
export function relyingPartyOf(baseUrl: string): RelyingParty {
  const { hostname, origin } = new URL(baseUrl);
  return { id: hostname, origin, name: "PronaFlow" };
}

/** The account as an authenticator files it: the 16 bytes of its id, which say nothing of the person. */
export function passkeyHandle(accountId: string): string {
  return Buffer.from(accountId.replaceAll("-", ""), "hex").toString("base64url");
}

/** What `navigator.credentials.create` is asked for: a discoverable passkey that verifies its user, unattested. */
export function passkeyCreation(
  party: RelyingParty,
  owner: { id: string; name: string; displayName: string },
  { challenge, known }: { challenge: Uint8Array; known: readonly KnownPasskey[] },
) {
  return {
    challenge: textOf(challenge),
    rp: { id: party.id, name: party.name },
    user: { id: passkeyHandle(owner.id), name: owner.name, displayName: owner.displayName },
    pubKeyCredParams: PASSKEY_ALGORITHMS.map((alg) => ({ alg, type: "public-key" as const })),
    timeout: PASSKEY_TTL_SECONDS * 1000,
    attestation: "none" as const,
    excludeCredentials: known.map(toDescriptor),
    authenticatorSelection: {
      residentKey: "required" as const,
      requireResidentKey: true,
      userVerification: "required" as const,
    },
  };
}

/** What `navigator.credentials.get` is asked for. Without `allowed` the person picks one of theirs: a sign-in. */
export function passkeyRequest(
  party: RelyingParty,
  { challenge, allowed }: { challenge: Uint8Array; allowed: readonly KnownPasskey[] },
) {
  return {
    challenge: textOf(challenge),
    rpId: party.id,
    timeout: PASSKEY_TTL_SECONDS * 1000,
    allowCredentials: allowed.map(toDescriptor),
    userVerification: "required" as const,
  };
}

function toDescriptor({ credentialId, transports }: KnownPasskey) {
  return { id: textOf(credentialId), type: "public-key" as const, transports: [...transports] };
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64url");
}
