import { hash } from "node:crypto";

/** A source of cryptographic randomness: `n` fresh bytes. Passed in, so that tests can choose them. */
export type RandomBytes = (size: number) => Uint8Array;

/**
 * A new secret token: 160 random bits as 32 characters of lower-case base32 (RFC 4648 alphabet, no padding),
 * safe in URLs, headers and cookies. 160 bits: spec ID-8, OWASP asks for 128 at least.
 */
export function newToken(randomBytes: RandomBytes): string {
  return base32(randomBytes(TOKEN_BYTES));
}

/** SHA-256 of a token: the only form in which tokens are stored. Synchronous on purpose: WebCrypto would queue behind password hashing. */
export function hashToken(token: string): Buffer<ArrayBuffer> {
  return hash("sha256", token, "buffer");
}

/** Whether the text has the shape of a token; anything else need not reach the database. */
export function isToken(text: string): boolean {
  return TOKEN_SHAPE.test(text);
}

/** A random UUID (RFC 9562, version 4) from the given source. */
export function newUuid(randomBytes: RandomBytes): string {
  const bytes = Buffer.from(randomBytes(16));
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

const TOKEN_BYTES = 20;
const TOKEN_SHAPE = /^[a-z2-7]{32}$/;
const ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

/** RFC 4648 base32 in lower case, without padding. */
export function base32(bytes: Uint8Array): string {
  let text = "";
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(held >>> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + ALPHABET[(held << (5 - bits)) & 31] : text;
}
