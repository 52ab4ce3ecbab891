import { createHmac, timingSafeEqual } from "node:crypto";
import type { RandomBytes } from "./tokens.ts";
import { newToken } from "./tokens.ts";

const STEP_SECONDS = 30;
const DIGITS = 6;
/** Steps before and after the present one that still count: RFC 6238 §5.2, for clocks that differ and slow fingers. */
const WINDOW = 1;

/** A new secret of an authenticator app: 160 bits (RFC 4226 §4, R6), as 32 characters of base32. */
export function newTotpSecret(randomBytes: RandomBytes): string {
  return newToken(randomBytes).toUpperCase();
}

/** The address an authenticator app reads from the picture: the key, and what the app shows beside its codes. */
export function otpauthUrl({ issuer, name, secret }: { issuer: string; name: string; secret: string }): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(name)}`;
  const facts = `secret=${secret}&issuer=${encodeURIComponent(issuer)}`;
  return `otpauth://totp/${label}?${facts}&algorithm=SHA1&digits=${DIGITS}&period=${STEP_SECONDS}`;
}

/**
 * The time step whose code this is: the present one, the one before or the one after; null where it is none of theirs.
 * The caller accepts each step once.
 */
export function findTotpStep(secret: string, code: string, now: Date): number | null {
  const present = Math.floor(now.getTime() / 1000 / STEP_SECONDS);
  const given = Buffer.from(code);
  let found: number | null = null;
  // All are compared, the latest last: where one code belongs to two steps, both count as used.
  for (let step = present - WINDOW; step <= present + WINDOW; step++) {
    const expected = Buffer.from(codeOfStep(secret, step));
    if (given.length === expected.length && timingSafeEqual(given, expected)) found = step;
  }
  return found;
}

/** The code at an instant, as the app shows it (RFC 6238 over RFC 4226: HMAC-SHA-1, dynamic truncation). */
export function totpCode(secret: string, at: Date): string {
  return codeOfStep(secret, Math.floor(at.getTime() / 1000 / STEP_SECONDS));
}

function codeOfStep(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac("sha1", bytesOf(secret)).update(counter).digest();
  const offset = digest.readUInt8(digest.length - 1) & 0xf;
  const number = (digest.readUInt32BE(offset) & 0x7fffffff) % 10 ** DIGITS;
  return String(number).padStart(DIGITS, "0");
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

function bytesOf(secret: string): Buffer {
  const bits = Array.from(secret, (letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Buffer.from(bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? []);
}
