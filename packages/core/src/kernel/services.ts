import type { Audience, Blocklist, Hasher, KeyRing, Places, Providers, Sessions } from "@pronaflow/auth";
import type { Database } from "@pronaflow/db";
import type { Clock } from "./clock.ts";
import type { Env } from "./env.ts";
import type { JobQueue } from "./job-queue.ts";
import type { Log } from "./log.ts";
import type { ImageWorker } from "./open-image-worker.ts";
import type { Random } from "./random.ts";
import type { SharedRates } from "./shared-rates.ts";

/** What a process makes once and every request shares. */
export interface Services {
  /** Which app this process serves; the worker counts as admin. */
  audience: Audience;
  env: Env;
  log: Log;
  clock: Clock;
  random: Random;
  /** Logged in as pronaflow_app for web, as pronaflow_admin for admin. */
  db: Database;
  keys: KeyRing;
  hasher: Hasher;
  images: ImageWorker;
  blocklist: Blocklist;
  places: Places;
  sessions: Sessions;
  /** Those that are configured: asked only when somebody uses one. */
  providers: Providers;
  jobs: JobQueue;
  /** Where REDIS_URL is set; without it Postgres counts. */
  sharedRates?: SharedRates | undefined;
}
