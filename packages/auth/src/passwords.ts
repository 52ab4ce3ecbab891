import { availableParallelism } from "node:os";
import { parseOptions } from "@node-rs/argon2";
import type { HashEngine } from "./hash-engine.ts";
import { inProcessEngine } from "./hash-engine.ts";
import type { WorkStats } from "./work-slots.ts";
import { createWorkSlots } from "./work-slots.ts";

/** Cost of one hash. `memoryKib` in KiB, `passes` over the memory, `lanes` of parallelism. */
export type HashCost = { memoryKib: number; passes: number; lanes: number };

/** argon2id, 19 MiB, two passes, one lane: OWASP Password Storage Cheat Sheet, the first of its minimums. */
export const DEFAULT_COST: HashCost = { memoryKib: 19_456, passes: 2, lanes: 1 };

/** Longest password hashed, in Unicode code points after NFC (spec ID-3); a longer one is never fed to argon2. */
export const MAX_PASSWORD_CODE_POINTS = 128;

export class PasswordTooLong extends Error {
  override readonly name = "PasswordTooLong";
}

export type Hasher = {
  /** A PHC string with its own salt and parameters. Fails with PasswordTooLong, HasherBusy or HasherGone. */
  hash(password: string): Promise<string>;
  /** Whether the password made this hash, at the cost the hash names. A too long one costs as much and is false. Fails as `hash` does. */
  verify(hash: string, password: string): Promise<boolean>;
  /** Costs what `verify` costs and is always false: for accounts that do not exist. Fails as `hash` does. */
  verifyDecoy(password: string): Promise<false>;
  /** Whether the hash is weaker than today's cost, or no argon2id hash at all. */
  needsRehash(hash: string): boolean;
  stats(): WorkStats;
  /** Ends what the hasher runs. Call it after the last answer. */
  close(): void;
};

export type HasherOptions = {
  /** Hashes at one time; default: one core is left for everything else. */
  concurrency?: number;
  /** Callers that may wait; the next one is refused. */
  queueLimit?: number;
  /** Where hashes are made; default: in this process. */
  engine?: HashEngine;
  cost?: HashCost;
};

/** Hashes and verifies passwords (argon2id) under a limit, so that a storm of sign-ins leaves the rest of the process alive. */
export function createHasher(options: HasherOptions = {}): Hasher {
  const cost = options.cost ?? DEFAULT_COST;
  const slots = createWorkSlots({
    concurrency: Math.max(1, options.concurrency ?? availableParallelism() - 1),
    queueLimit: options.queueLimit ?? DEFAULT_QUEUE_LIMIT,
  });
  const engine = options.engine ?? inProcessEngine;
  const settings = { memoryCost: cost.memoryKib, timeCost: cost.passes, parallelism: cost.lanes };
  const decoy = decoyHash(cost);

  return {
    async hash(password) {
      const text = normalise(password);
      if (text === null) throw new PasswordTooLong(`A password has at most ${MAX_PASSWORD_CODE_POINTS} characters.`);
      return slots.run(() => engine.hash(text, settings));
    },
    async verify(hash, password) {
      const text = normalise(password);
      const matches = await slots.run(() => engine.verify(hash, text ?? ""));
      return matches && text !== null;
    },
    async verifyDecoy(password) {
      await slots.run(() => engine.verify(decoy, normalise(password) ?? ""));
      return false;
    },
    needsRehash: (hash) => isWeaker(hash, cost),
    stats: slots.stats,
    close: engine.close,
  };
}

const DEFAULT_QUEUE_LIMIT = 256;

/** NFC, so that "é" typed as one or as two code points is one password; null when too long. */
function normalise(password: string): string | null {
  // A code point is at most two units and NFC never more than trebles them: the cheap test comes first.
  if (password.length > MAX_PASSWORD_CODE_POINTS * 6) return null;
  const text = password.normalize("NFC");
  return Array.from(text).length > MAX_PASSWORD_CODE_POINTS ? null : text;
}

// Verifying recomputes the digest from the salt and parameters, so any well-formed string costs the same as a real one.
function decoyHash(cost: HashCost): string {
  const salt = Buffer.alloc(16, "decoy").toString("base64").replaceAll("=", "");
  const digest = Buffer.alloc(32, "decoy").toString("base64").replaceAll("=", "");
  return `$argon2id$v=19$m=${cost.memoryKib},t=${cost.passes},p=${cost.lanes}$${salt}$${digest}`;
}

function isWeaker(hash: string, cost: HashCost): boolean {
  if (!hash.startsWith("$argon2id$v=19$")) return true;
  try {
    const made = parseOptions(hash);
    return made.memoryCost < cost.memoryKib || made.timeCost < cost.passes || made.parallelism < cost.lanes;
  } catch {
    return true;
  }
}
