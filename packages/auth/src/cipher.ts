import type { KeyObject } from "node:crypto";
import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, randomBytes } from "node:crypto";

/** Something sealed could not be opened: changed, cut, of another context, or sealed with a key no longer in the ring. Says no more. */
export class CipherError extends Error {
  override readonly name = "CipherError";
}

export type KeyRing = {
  /** `v1:keyid:nonce:ciphertext` (base64url), with the current key. `context` is bound to it: what it is and whose (`totp:<account id>`). */
  seal(plaintext: string, context: string): string;
  /** The plaintext, if sealed in the same context by any key of the ring. Fails with CipherError. */
  open(sealed: string, context: string): string;
  /** Whether it was sealed by the current key; if not, seal it again at the next chance. */
  isCurrent(sealed: string): boolean;
  /** 32 bytes for one purpose, from the current key. The same for as long as that key is first. */
  derive(purpose: string): Buffer<ArrayBuffer>;
  /** The same from every key, the current one first: for checking what an older key made. */
  deriveAll(purpose: string): { keyId: string; key: Buffer<ArrayBuffer> }[];
  /** HMAC-SHA256 of a text under a key for one purpose, 32 bytes. Purposes are few: their keys are kept. */
  mac(purpose: string, text: string): Buffer<ArrayBuffer>;
};

/** The ring from `SECRET_KEY`: comma separated, the first is current, the others still open what they sealed. */
export function parseSecretKeys(text: string): string[] {
  return text
    .split(",")
    .map((key) => key.trim())
    .filter(Boolean);
}

/**
 * Encryption (AES-256-GCM, 96-bit random nonce) and derived secrets (HKDF-SHA256) under a ring of secrets. Each secret is at least 32
 * characters of randomness; a RangeError otherwise. GCM with random nonces is sound up to 2^32 messages a key (NIST SP 800-38D).
 */
export function createKeyRing(secretKeys: readonly string[]): KeyRing {
  if (secretKeys.length === 0) throw new RangeError("SECRET_KEY is empty.");
  if (secretKeys.some((secret) => secret.length < SHORTEST_SECRET)) {
    throw new RangeError(`Every key in SECRET_KEY needs at least ${SHORTEST_SECRET} characters.`);
  }
  const keys = secretKeys.map((secret) => ({
    secret,
    keyId: hkdf(secret, "key id").subarray(0, 6).toString("base64url"),
    cipherKey: hkdf(secret, "seal"),
  }));
  const current = keys[0] as (typeof keys)[number];
  const macKeys = new Map<string, KeyObject>();
  const macKey = (purpose: string): KeyObject => {
    const key = macKeys.get(purpose) ?? createSecretKey(hkdf(current.secret, `mac ${purpose}`));
    macKeys.set(purpose, key);
    return key;
  };

  return {
    seal: (plaintext, context) => seal(current, plaintext, context),
    open(sealed, context) {
      const [version, keyId, nonce = "", box = "", ...rest] = sealed.split(":");
      const key = keys.find((candidate) => candidate.keyId === keyId);
      if (version !== VERSION || !key || rest.length > 0) throw new CipherError("Sealed by no key of this ring.");
      return open(key, nonce, box, context);
    },
    isCurrent: (sealed) => sealed.startsWith(`${VERSION}:${current.keyId}:`),
    derive: (purpose) => hkdf(current.secret, `derive ${purpose}`),
    deriveAll: (purpose) => keys.map(({ keyId, secret }) => ({ keyId, key: hkdf(secret, `derive ${purpose}`) })),
    mac: (purpose, text) => createHmac("sha256", macKey(purpose)).update(text, "utf8").digest(),
  };
}

const VERSION = "v1";
const SHORTEST_SECRET = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

type Key = { keyId: string; cipherKey: Buffer<ArrayBuffer> };

function hkdf(secret: string, info: string): Buffer<ArrayBuffer> {
  return Buffer.from(hkdfSync("sha256", secret, "pronaflow v1", info, 32));
}

function associated(key: Key, context: string): Buffer {
  return Buffer.from(`${VERSION}:${key.keyId}:${context}`, "utf8");
}

function seal(key: Key, plaintext: string, context: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key.cipherKey, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(associated(key, context));
  const box = Buffer.concat([cipher.update(plaintext, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return [VERSION, key.keyId, nonce.toString("base64url"), box.toString("base64url")].join(":");
}

function open(key: Key, nonceText: string, boxText: string, context: string): string {
  const nonce = strictBase64(nonceText);
  const box = strictBase64(boxText);
  if (nonce.length !== NONCE_BYTES || box.length < TAG_BYTES) throw new CipherError("Sealed text is malformed.");
  try {
    const decipher = createDecipheriv("aes-256-gcm", key.cipherKey, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(associated(key, context));
    decipher.setAuthTag(box.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(box.subarray(0, -TAG_BYTES)), decipher.final()]).toString("utf8");
  } catch {
    throw new CipherError("Sealed text does not open.");
  }
}

// Node skips what is no base64url and ignores spare bits: a text that does not come back the same was changed.
function strictBase64(text: string): Buffer {
  const bytes = Buffer.from(text, "base64url");
  if (bytes.toString("base64url") !== text) throw new CipherError("Sealed text is malformed.");
  return bytes;
}
