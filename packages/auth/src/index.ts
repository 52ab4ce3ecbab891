export { authenticatorName } from "./authenticator-name.ts";
export type { Blocklist } from "./blocklist.ts";
export { openBlocklist } from "./blocklist.ts";
export type { KeyRing } from "./cipher.ts";
export { CipherError, createKeyRing, parseSecretKeys } from "./cipher.ts";
export { clientIp, ipGroup, parseTrustedProxies } from "./client-ip.ts";
export type { DeviceDescription } from "./device.ts";
export { describeDevice } from "./device.ts";
export { lowerPriority } from "./lower-priority.ts";
export { HasherGone } from "./open-hashing-process.ts";
export { openNicedHasher } from "./open-niced-hasher.ts";
export type { NewPasskey, PasskeyAssertion, PasskeyAttestation } from "./passkey-proof.ts";
export { CHALLENGE_BYTES, readPasskeyChallenge, verifyNewPasskey, verifyPasskey } from "./passkey-proof.ts";
export type { KnownPasskey, RelyingParty } from "./passkeys.ts";
export { PASSKEY_TTL_SECONDS, passkeyCreation, passkeyHandle, passkeyRequest, relyingPartyOf } from "./passkeys.ts";
export type { HashCost, Hasher, HasherOptions } from "./passwords.ts";
export { createHasher, DEFAULT_COST, MAX_PASSWORD_CODE_POINTS, PasswordTooLong } from "./passwords.ts";
export { isPersonalToken, newPersonalToken } from "./personal-tokens.ts";
export type { Place, Places, PlacesOptions, Point } from "./places.ts";
export { openPlaces } from "./places.ts";
export type { CredentialHeaders, PresentedToken } from "./presented-token.ts";
export { readCookie } from "./presented-token.ts";
export type { ProviderSettings } from "./providers/create-providers.ts";
export { createProviders } from "./providers/create-providers.ts";
export type { FlowSecrets, Provider, ProviderIdentity, ProviderKey, Providers } from "./providers/provider.ts";
export { PROVIDER_KEYS, ProviderFailure } from "./providers/provider.ts";
export { qrCodeUrl } from "./qr-code.ts";
export type { NewSession, Sessions, SessionWithAccount } from "./session.ts";
export { createSessions } from "./session.ts";
export type { SessionLimits, SessionSettings } from "./session-limits.ts";
export { SESSION_LIMITS } from "./session-limits.ts";
export type { Proof, RotatableSession } from "./session-rotation.ts";
export type {
  Assurance,
  Audience,
  JudgedSession,
  SessionOrigin,
  SessionReader,
  SessionRow,
  SessionStore,
  SessionWriter,
  TokenReplacement,
} from "./session-store.ts";
export type { Signer } from "./signer.ts";
export { createSigner } from "./signer.ts";
export type { RandomBytes } from "./tokens.ts";
export { base32, hashToken, isToken, newToken, newUuid } from "./tokens.ts";
export { findTotpStep, newTotpSecret, otpauthUrl, totpCode } from "./totp.ts";
export type { WorkStats } from "./work-slots.ts";
export { HasherBusy } from "./work-slots.ts";
