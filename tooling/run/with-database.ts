import type { ApplicationEnvironments } from "./application-environment.ts";
import { applicationEnvironments } from "./application-environment.ts";
import { startDatabase } from "./database.ts";
import type { LaunchSettings } from "./env.ts";
import { readLaunchSettings } from "./env.ts";
import { migrateDatabase } from "./migrate-database.ts";
import { PartsWatch } from "./parts-watch.ts";
import { answers } from "./ports.ts";
import { readRunningNote } from "./running-note.ts";
import { localSecretKey } from "./secret-key.ts";
import { ShutdownOrder } from "./shutdown-order.ts";

const GRACE_MS = 10_000;

/**
 * Gives a tool the migrated database of this installation: that of DATABASE_URL, or the one of a product that runs here,
 * or, when none runs, one started for as long as `use` takes. `applied` names the migrations that were new to it.
 */
export async function withDatabase<Result>(
  use: (env: ApplicationEnvironments, applied: string[]) => Promise<Result>,
): Promise<Result> {
  const settings = readLaunchSettings({ isDev: false });
  const shutdown = new ShutdownOrder();
  const stopping = new AbortController();
  try {
    const url = settings.databaseUrl ?? (await runningDatabase(settings)) ?? (await startOne());
    const env = applicationEnvironments(settings, url, settings.secretKey ?? localSecretKey(settings.dataDir));
    return await use(env, await migrateDatabase(env.owner));
  } finally {
    stopping.abort();
    await shutdown.run((problem) => console.error(problem));
  }

  async function startOne(): Promise<string> {
    const { signal } = stopping;
    const launch = { settings, shutdown, signal, step: () => {}, onLine: () => {} };
    return await startDatabase(launch, new PartsWatch(signal), GRACE_MS);
  }
}

async function runningDatabase({ dataDir }: LaunchSettings): Promise<string | null> {
  const url = readRunningNote(dataDir);
  if (url === null) return null;
  return (await answers(Number(new URL(url).port), "127.0.0.1")) ? url : null;
}
