import { base32 } from "@pronaflow/auth";
import { hashPassword } from "../identity/hash-password.ts";
import type { Services } from "../kernel/services.ts";
import { BACKUP_CODES } from "./rules.ts";

/** Codes as they are shown, once, and as they are stored. */
export interface MadeBackupCodes {
  shown: string[];
  stored: { prefix: string; hash: string }[];
}

/** 80 bits: base32 makes 16 characters of them without a remainder. */
const CODE_BYTES = 10;
const PREFIX_LENGTH = 4;

/**
 * Ten new codes, hashed one after the other so that they take one place in the line of sign-ins.
 * @throws BUSY where too many wait for the hasher.
 */
export async function makeBackupCodes(services: Services): Promise<MadeBackupCodes> {
  const byPrefix = new Map<string, string>();
  while (byPrefix.size < BACKUP_CODES) {
    const code = base32(services.random.bytes(CODE_BYTES));
    byPrefix.set(prefixOf(code), code);
  }
  const made: MadeBackupCodes = { shown: [], stored: [] };
  for (const [prefix, code] of byPrefix) {
    made.shown.push(code.replace(/.{4}(?=.)/g, "$&-"));
    made.stored.push({ prefix, hash: await hashPassword(services, code) });
  }
  return made;
}

/** The part of a code that picks its row, so that one try costs one hash. */
export function prefixOf(code: string): string {
  return code.slice(0, PREFIX_LENGTH);
}
