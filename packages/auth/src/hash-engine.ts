import { hash as argon2Hash, verify as argon2Verify } from "@node-rs/argon2";

/** What argon2 is asked for; in the words of the library. */
export type HashSettings = { memoryCost: number; timeCost: number; parallelism: number };

/** Where the hashing itself happens: in this process, or in one of its own. */
export type HashEngine = {
  hash(text: string, settings: HashSettings): Promise<string>;
  verify(hash: string, text: string): Promise<boolean>;
  /** Ends what the engine runs; what is under way fails. */
  close(): void;
};

/** Hashes on this process's own thread pool. */
export const inProcessEngine: HashEngine = {
  hash: (text, settings) => argon2Hash(text, settings),
  verify: (hash, text) => argon2Verify(hash, text),
  close() {},
};
