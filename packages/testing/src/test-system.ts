import { createHasher } from "@pronaflow/auth";
import { openJobQueue } from "@pronaflow/core/jobs";
import type { Services } from "@pronaflow/core/kernel";
import { openImageWorker, openServices } from "@pronaflow/core/kernel";
import pg from "pg";
import { inject } from "vitest";
import { cloneDatabase } from "./clone-database.ts";
import type { TestClock } from "./test-clock.ts";
import { testClock } from "./test-clock.ts";
import { testEnv } from "./test-env.ts";

/** The whole product in one test file: both apps' services on a database of its own, the owner's pool, and the time. */
export interface TestSystem {
  /** Logged in as pronaflow_app. */
  web: Services;
  /** Logged in as pronaflow_admin. */
  admin: Services;
  /** The tables' owner (a superuser here), for looking behind every wall. */
  owner: pg.Pool;
  ownerUrl: string;
  clock: TestClock;
  close(): Promise<void>;
}

/** Opens a test system: call in `beforeAll`, close in `afterAll`. `env` overrides settings by name. */
export async function openTestSystem(env: Record<string, string> = {}): Promise<TestSystem> {
  const database = await cloneDatabase(inject("ownerUrl"));
  const settings = testEnv(database.url, env);
  const clock = testClock();
  const jobs = openJobQueue();
  // The same code without a process for each file of tests; that process has tests of its own.
  const hasher = createHasher({ concurrency: settings.HASHING_CONCURRENCY });
  // A busy machine is no reason to refuse a picture here.
  const images = openImageWorker({ timeLimitMs: 60_000 });
  const [web, admin] = await Promise.all([
    openServices(settings, "web", jobs, { clock, hasher, images }),
    openServices(settings, "admin", jobs, { clock, hasher, images }),
  ]);
  const owner = new pg.Pool({ connectionString: database.url, max: 4 });
  // Dropping the database ends connections that are still saying goodbye.
  owner.on("error", () => undefined);
  return {
    web,
    admin,
    owner,
    ownerUrl: database.url,
    clock,
    async close() {
      for (const services of [web, admin]) services.sharedRates?.close();
      await Promise.all([web.db.close(), admin.db.close(), owner.end()]);
      await database.drop();
    },
  };
}
