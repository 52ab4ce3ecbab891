import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// Tools that are run beside a product that is up (`admin:create`, `invariants`) need its database, and only the process
// that started it knows the way in. The note lies beside the database's own password, as private as that.
const fileName = "running-database";

/** Leaves word of how to reach the database that runs; returns what takes it away again. */
export function leaveRunningNote(dataDir: string, databaseUrl: string): () => void {
  const file = join(dataDir, fileName);
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(file, databaseUrl, { mode: 0o600 });
  return () => rmSync(file, { force: true });
}

/** The address of the database that was last left running; whether it still runs is for the caller to try. */
export function readRunningNote(dataDir: string): string | null {
  try {
    return readFileSync(join(dataDir, fileName), "utf8");
  } catch {
    return null;
  }
}
