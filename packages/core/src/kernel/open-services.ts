import type { Audience } from "@pronaflow/auth";
import {
  createKeyRing,
  createProviders,
  createSessions,
  openBlocklist,
  openNicedHasher,
  openPlaces,
  parseSecretKeys,
  SESSION_LIMITS,
} from "@pronaflow/auth";
import type { Database } from "@pronaflow/db";
import { openDatabase } from "@pronaflow/db";
import { derivedRoleUrls } from "@pronaflow/db/roles";
import { systemClock } from "./clock.ts";
import type { Env } from "./env.ts";
import type { JobQueue } from "./job-queue.ts";
import { createLog } from "./log.ts";
import { openImageWorker } from "./open-image-worker.ts";
import { providerSettings } from "./provider-settings.ts";
import { systemRandom } from "./random.ts";
import type { Services } from "./services.ts";
import { openSharedRates } from "./shared-rates.ts";

/** The parts of a process that a test may bring itself. */
export type Parts = Partial<Pick<Services, "clock" | "random" | "db" | "log" | "hasher" | "images" | "places">>;

/**
 * Opens what a process shares. No connection is made yet: a database that is down is met by the first query.
 * @throws where DATABASE_URL is missing: the launcher, or the operator, has to say where the database is.
 */
export async function openServices(env: Env, audience: Audience, jobs: JobQueue, parts: Parts = {}): Promise<Services> {
  const clock = parts.clock ?? systemClock;
  const random = parts.random ?? systemRandom(clock);
  const log = parts.log ?? createLog(audience, env.LOG_LEVEL);
  const baseUrl = audience === "web" ? env.APP_URL : env.ADMIN_URL;
  return {
    audience,
    env,
    clock,
    random,
    jobs,
    log,
    sharedRates: env.REDIS_URL ? openSharedRates(env.REDIS_URL, clock, log) : undefined,
    db: parts.db ?? openRoleDatabase(env, audience),
    keys: createKeyRing(parseSecretKeys(env.SECRET_KEY)),
    hasher: parts.hasher ?? openNicedHasher(env.HASHING_CONCURRENCY),
    images: parts.images ?? openImageWorker(),
    blocklist: await openBlocklist(),
    places: parts.places ?? (await openPlaces()),
    providers: createProviders(providerSettings(env)),
    sessions: createSessions({
      audience,
      secure: baseUrl.startsWith("https:"),
      clock: () => clock.now(),
      randomBytes: (length) => random.bytes(length),
      limits: SESSION_LIMITS[audience],
    }),
  };
}

/**
 * The connection strings of the two roles: given, or derived from the owner's and the secret. A process that was given
 * its own role's needs no other, so that the launcher keeps the owner's from all of them.
 * @throws where a role's is neither given nor derivable.
 */
export function roleUrls(env: Env): { readonly app: string; readonly admin: string } {
  const derived = () => {
    if (!env.DATABASE_URL) throw new Error("DATABASE_URL is not set.");
    const keys = createKeyRing(parseSecretKeys(env.SECRET_KEY));
    return derivedRoleUrls(env.DATABASE_URL, (purpose) => keys.derive(purpose).toString("base64url"));
  };
  return {
    get app() {
      return env.DATABASE_APP_URL ?? derived().app;
    },
    get admin() {
      return env.DATABASE_ADMIN_URL ?? derived().admin;
    },
  };
}

function openRoleDatabase(env: Env, audience: Audience): Database {
  return openDatabase({
    url: audience === "web" ? roleUrls(env).app : roleUrls(env).admin,
    poolMax: env.DATABASE_POOL_MAX,
    acquireTimeoutMs: env.DATABASE_ACQUIRE_TIMEOUT_MS,
    statementTimeoutMs: env.DATABASE_STATEMENT_TIMEOUT_MS,
    lockTimeoutMs: env.DATABASE_LOCK_TIMEOUT_MS,
    idleInTransactionTimeoutMs: env.DATABASE_IDLE_IN_TRANSACTION_TIMEOUT_MS,
    applicationName: `pronaflow-${audience}`,
  });
}
