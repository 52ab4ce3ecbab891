import { availableParallelism } from "node:os";
import { openHashingProcess } from "./open-hashing-process.ts";
import type { Hasher } from "./passwords.ts";
import { createHasher } from "./passwords.ts";

/** The hasher of a server: `threads` passwords at once (default: one a core), in a process that yields to every other. */
export function openNicedHasher(threads: number = availableParallelism()): Hasher {
  // Twice as many are handed over as are hashed, so that no core waits for this process to send the next.
  return createHasher({ engine: openHashingProcess(threads), concurrency: threads * 2 });
}
