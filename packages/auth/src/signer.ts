import type { KeyObject } from "node:crypto";
import { createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import type { KeyRing } from "./cipher.ts";

export type Signer = {
  /** `v1:keyid:signature` (base64url) with the current key. Deterministic (Ed25519, RFC 8032). */
  sign(text: string): string;
  /** Whether a key of the ring made this signature of this text. Never throws. */
  verify(text: string, signature: string): boolean;
  /** Public keys as PEM, the current one first: whoever holds them can check signatures elsewhere. */
  publicKeys(): { keyId: string; pem: string }[];
};

/** Signs for one purpose (audit checkpoints) with Ed25519 keys derived from the ring; older keys of the ring still verify. */
export function createSigner(ring: KeyRing, purpose: string): Signer {
  const keys = ring.deriveAll(`ed25519 ${purpose}`).map(({ keyId, key }) => {
    const privateKey = privateKeyFrom(key);
    return { keyId, privateKey, publicKey: createPublicKey(privateKey) };
  });
  const current = keys[0] as (typeof keys)[number];
  return {
    sign: (text) =>
      `v1:${current.keyId}:${sign(null, Buffer.from(text, "utf8"), current.privateKey).toString("base64url")}`,
    verify(text, signature) {
      const [version, keyId, value = "", ...rest] = signature.split(":");
      const key = keys.find((candidate) => candidate.keyId === keyId);
      const bytes = Buffer.from(value, "base64url");
      if (version !== "v1" || !key || rest.length > 0 || bytes.toString("base64url") !== value) return false;
      return verify(null, Buffer.from(text, "utf8"), key.publicKey, bytes);
    },
    publicKeys: () =>
      keys.map(({ keyId, publicKey }) => ({
        keyId,
        pem: publicKey.export({ type: "spki", format: "pem" }).toString(),
      })),
  };
}

/** PKCS #8 around a 32-byte seed (RFC 8410): what stands before the seed never changes. */
const PKCS8_PREFIX = Buffer.from("302e020100300506032b657004220420", "hex");

function privateKeyFrom(seed: Buffer): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: "der", type: "pkcs8" });
}
