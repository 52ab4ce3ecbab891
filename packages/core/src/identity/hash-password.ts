import { HasherBusy, HasherGone } from "@pronaflow/auth";
import { fail } from "@pronaflow/contract";
import type { Services } from "../kernel/services.ts";

/**
 * Hashes a password that the policy has let through.
 * @throws BUSY where too many wait for the hasher, UNAVAILABLE where its process died with it.
 */
export async function hashPassword({ hasher }: Services, password: string): Promise<string> {
  return await orBusy(() => hasher.hash(password));
}

/**
 * Whether the password, exactly as received, made the hash. Without a hash it costs the same and is false, so that an
 * account that is not there takes as long as one that is.
 * @throws BUSY where too many wait for the hasher, UNAVAILABLE where its process died with it.
 */
export async function matchesPassword({ hasher }: Services, hash: string | null, password: string): Promise<boolean> {
  return await orBusy(() => (hash ? hasher.verify(hash, password) : hasher.verifyDecoy(password)));
}

async function orBusy<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof HasherBusy) return fail("BUSY", { retryAfterSeconds: 1 });
    if (error instanceof HasherGone) return fail("UNAVAILABLE", { retryAfterSeconds: 1 });
    throw error;
  }
}
