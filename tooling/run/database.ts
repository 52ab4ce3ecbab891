import { join } from "node:path";
import type { DatabaseMessage } from "./database-process.ts";
import type { Launch } from "./launch.ts";
import { startProcess } from "./managed-process.ts";
import type { PartsWatch } from "./parts-watch.ts";

/** The owner's address of the database: the operator's, or that of an embedded PostgreSQL started here. */
export async function startDatabase(launch: Launch, parts: PartsWatch, graceMs: number): Promise<string> {
  if (launch.settings.databaseUrl) return launch.settings.databaseUrl;
  const database = startProcess({
    name: "database",
    args: [join(import.meta.dirname, "database-process.ts")],
    env: launch.settings.inherited,
    // PostgreSQL speaks on every start and checkpoint; its last lines are shown if it dies.
    onLine: () => {},
  });
  launch.shutdown.add({ name: "database", stop: () => database.stop(graceMs) });
  const message = await database.nextMessage().catch((error: unknown) => {
    throw new Error([error instanceof Error ? error.message : String(error), ...database.tail()].join("\n  "));
  });
  const answer = message as DatabaseMessage;
  if ("failure" in answer) throw new Error(answer.failure);
  parts.watch(database);
  return answer.url;
}
