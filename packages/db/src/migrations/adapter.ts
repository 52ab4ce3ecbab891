import { randomUUID } from "node:crypto";
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { DriverAdapterError } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { connectCatalog } from "./catalog-adapter.ts";
import { checksumOf, isTransactional, statementsOf } from "./files.ts";

export type ScriptFailure = { script: string; error: pg.DatabaseError };

export type MigrationAdapter = SqlMigrationAwareDriverAdapterFactory & {
  /** What PostgreSQL said to the last script it refused. */
  lastFailure(): ScriptFailure | null;
  /** Closes what the engine opened: it keeps its connection, and Prisma's advisory lock with it, after its end. */
  close(): Promise<void>;
};

/** A migration that waits for a lock makes everyone after it wait as well: it gives up instead, and is run again. */
const LOCK_TIMEOUT = "10s";

/**
 * Prisma's adapter with the two things migrations need and it lacks: scripts are sent whole (it cuts them at every
 * ";", function bodies too), and a shadow database is dropped after its connections are closed.
 * `migrations` are the scripts known by checksum: they are marked as finished in their own transaction.
 */
export function migrationAdapter(ownerUrl: string, migrations: Iterable<string>): MigrationAdapter {
  const known = new Set(migrations);
  const opened = new Set<SqlDriverAdapter>();
  let failure: ScriptFailure | null = null;
  const note = (found: ScriptFailure) => {
    failure = found;
  };

  const open = async (url: string, mark: boolean, afterwards?: () => Promise<void>): Promise<SqlDriverAdapter> => {
    const adapter = await connectCatalog(url, `-c TimeZone=UTC -c lock_timeout=${LOCK_TIMEOUT}`);
    const close = adapter.dispose.bind(adapter);
    adapter.executeScript = (script) => runScript(adapter.underlyingDriver(), script, mark && known.has(script), note);
    adapter.dispose = async () => {
      if (!opened.delete(adapter)) return;
      await close();
      await afterwards?.();
    };
    opened.add(adapter);
    return adapter;
  };

  return {
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    connect: () => open(ownerUrl, true),
    connectToShadowDb: async () => {
      const shadow = await createShadow(ownerUrl);
      return open(shadow.url, false, shadow.drop);
    },
    lastFailure: () => failure,
    async close() {
      for (const adapter of opened) await adapter.dispose();
    },
  };
}

async function runScript(
  pool: pg.Pool,
  script: string,
  isMigration: boolean,
  note: (failure: ScriptFailure) => void,
): Promise<void> {
  const client = await pool.connect();
  // A connection that is cut says so twice: in the query's own failure, and as an event that nobody may leave unheard.
  const hear = () => undefined;
  client.on("error", hear);
  try {
    const steps = isTransactional(script) ? [isMigration ? withMark(script) : script] : statementsOf(script);
    for (const step of steps) await client.query(step);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    note({ script, error });
    throw adapterError(error);
  } finally {
    client.removeListener("error", hear);
    client.release();
  }
}

/**
 * Statements sent together are one transaction, so the mark is kept exactly when the migration is: a process killed
 * in between leaves a row without `finished_at` only where nothing was changed.
 */
function withMark(script: string): string {
  return `${script}
;
UPDATE "_prisma_migrations" SET finished_at = now(), applied_steps_count = 1
  WHERE checksum = '${checksumOf(script)}' AND finished_at IS NULL AND rolled_back_at IS NULL;`;
}

async function createShadow(ownerUrl: string): Promise<{ url: string; drop(): Promise<void> }> {
  const database = `pronaflow_shadow_${randomUUID()}`;
  const url = new URL(ownerUrl);
  url.pathname = `/${database}`;
  await onOwner(ownerUrl, `CREATE DATABASE ${pg.escapeIdentifier(database)} TEMPLATE template0`);
  const drop = () => onOwner(ownerUrl, `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(database)} WITH (FORCE)`);
  return { url: url.href, drop };
}

async function onOwner(ownerUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function adapterError(error: pg.DatabaseError): DriverAdapterError {
  const { code = "", severity = "ERROR", message, detail, column, hint } = error;
  return new DriverAdapterError({
    kind: "postgres",
    code,
    severity,
    message,
    detail,
    column,
    hint,
    originalCode: code,
    originalMessage: message,
  });
}
