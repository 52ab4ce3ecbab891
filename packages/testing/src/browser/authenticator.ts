import { createHmac } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";

const STEP_MS = 30_000;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** An authenticator app: knows a key and which of its codes were used, since the product takes each once. */
export interface Authenticator {
  secret: string;
  lastStep: number;
}

/** The next code that is good now; waits where all that are were used. The step after this one counts already. */
export async function nextCode(authenticator: Authenticator): Promise<string> {
  const now = () => Math.floor(Date.now() / STEP_MS);
  const step = Math.max(authenticator.lastStep + 1, now());
  while (step > now() + 1) await pause(500);
  authenticator.lastStep = step;
  return codeOf(authenticator.secret, step);
}

/** A code of six digits that is certainly wrong, now and for minutes to come; another for each `nth` below five. */
export function wrongCode({ secret }: Authenticator, nth = 0): string {
  const now = Math.floor(Date.now() / STEP_MS);
  const right = Array.from({ length: 24 }, (_, index) => codeOf(secret, now - 4 + index));
  const wrong = Array.from({ length: 24 + 5 }, (_, index) => String(index * 34_567).padStart(6, "0"));
  return wrong.filter((code) => !right.includes(code))[nth] ?? "";
}

/** What an authenticator app shows in a step of 30 seconds: RFC 6238 over RFC 4226, with none of the product's code. */
export function codeOf(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", bytesOf(secret)).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

function bytesOf(base32: string): Buffer {
  const bits = [...base32].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((octet) => Number.parseInt(octet, 2)));
}
