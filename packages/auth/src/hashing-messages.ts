import type { HashSettings } from "./hash-engine.ts";

/** What the server asks of its hashing process, and what it hears back. Only over their own channel. */
export type HashingRequest =
  | { id: number; work: "hash"; text: string; settings: HashSettings }
  | { id: number; work: "verify"; text: string; hash: string };

/** `null`: argon2 refused, as it does a string that is no hash. */
export type HashingAnswer = { id: number; answer: string | boolean | null };
