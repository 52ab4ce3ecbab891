import type { Failure } from "../trpc/failure.ts";

export interface RefusedPassword {
  password: string;
  codes: readonly string[];
}

/** The rules by which the server refused a password; null for any other failure. */
export function refusedPassword(failure: Failure | null, password: string): RefusedPassword | null {
  return failure?.code === "PASSWORD_REFUSED" ? { password, codes: Object.values(failure.fields).flat() } : null;
}
