import { randomBytes } from "node:crypto";

/** Of these no word is made that a filter of names would take for another: eight random hex digits are, one time in a thousand. */
const SIGNS = "269jqvwxyz";

/** Nine signs that no other person or workspace of the run has in its name. */
export function freshWord(): string {
  return Array.from(randomBytes(9), (byte) => SIGNS.charAt(byte % SIGNS.length)).join("");
}
