import { setTimeout as pause } from "node:timers/promises";
import type { MigrationList } from "@prisma/schema-engine-wasm";
import pg from "pg";
import { ensureDatabase } from "./ensure-database.ts";
import { migrationAdapter } from "./migrations/adapter.ts";
import type { SchemaEngine } from "./migrations/engine.ts";
import { NO_FILTER, withEngine } from "./migrations/engine.ts";
import { MigrationFailure } from "./migrations/failure.ts";
import {
  checksumOf,
  isTransactional,
  PRISMA_FOLDER,
  readMigrations,
  readSchema,
  scriptsOf,
} from "./migrations/files.ts";
import { failureOf, stuckFailure } from "./migrations/reports.ts";
import type { RolePasswords } from "./roles.ts";
import { ensureRoles } from "./roles.ts";

export { MigrationFailure };

export type MigrateOptions = RolePasswords & {
  /** A role that owns the database and may make roles. */
  ownerUrl: string;
  /** Where the schema and migrations are; the product's own unless a test says otherwise. */
  prismaFolder?: string;
  /** Migrations that stopped half-way and whose leftovers were removed by hand: they are run again. */
  rolledBack?: string[];
};

/** Any number that is not Prisma's own 72707369. */
const MIGRATION_LOCK = 72_707_370;
/** A migration of full tables may take its time; a second process waits this long for it. */
const LOCK_WAIT_MS = 120_000;

/**
 * Makes the database (if the server lacks it) and the roles, sets the roles' passwords, and applies the migrations that are new. Any number
 * of processes may call it at once; a call that is killed is finished by the next one.
 * Throws MigrationFailure: `failed`, `stuck` (needs a hand), `edited`, `diverged`, `busy`.
 */
export async function migrate(options: MigrateOptions): Promise<{ applied: string[] }> {
  const owner = await connectOwner(options.ownerUrl);
  try {
    await lockMigrations(owner);
    await ensureRoles(owner, options);
    const folder = options.prismaFolder ?? PRISMA_FOLDER;
    const migrations = readMigrations(folder);
    const adapter = migrationAdapter(options.ownerUrl, scriptsOf(migrations).values());
    return await withEngine(adapter, readSchema(folder), async (engine) => {
      for (const migrationName of options.rolledBack ?? []) await engine.markMigrationRolledBack({ migrationName });
      await checkHistory(owner, engine, migrations);
      try {
        const { appliedMigrationNames } = await engine.applyMigrations({
          migrationsList: migrations,
          filters: NO_FILTER,
        });
        return { applied: appliedMigrationNames };
      } catch (error) {
        throw failureOf(error, adapter.lastFailure(), migrations);
      }
    });
  } finally {
    await owner.end();
  }
}

async function connectOwner(ownerUrl: string): Promise<pg.Client> {
  const connect = async () => {
    const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
    // Cut while it only holds the lock: the engine's own connection then says what is wrong.
    client.on("error", () => undefined);
    await client.connect();
    return client;
  };
  try {
    return await connect();
  } catch (error) {
    if (!(error instanceof pg.DatabaseError && error.code === "3D000")) throw error;
    await ensureDatabase(ownerUrl);
    return connect();
  }
}

/**
 * Asks again and again rather than waiting inside PostgreSQL: a statement that waits keeps a snapshot, and
 * CREATE INDEX CONCURRENTLY in the process that has the lock would wait for it in turn.
 */
async function lockMigrations(owner: pg.Client): Promise<void> {
  for (let waitedMs = 0; waitedMs < LOCK_WAIT_MS; waitedMs += 100) {
    const { rows } = await owner.query<{ got: boolean }>("SELECT pg_try_advisory_lock($1) AS got", [MIGRATION_LOCK]);
    if (rows[0]?.got) return;
    await pause(100);
  }
  throw new MigrationFailure("busy", null, "Another process has been migrating this database for two minutes.");
}

/** Clears what an interrupted run left, and refuses a history that is not ours. */
async function checkHistory(owner: pg.Client, engine: SchemaEngine, migrations: MigrationList): Promise<void> {
  const found = await engine.diagnoseMigrationHistory({
    migrationsList: migrations,
    optInToShadowDatabase: false,
    filters: NO_FILTER,
  });
  const scripts = scriptsOf(migrations);
  for (const name of found.failedMigrationNames) {
    const script = scripts.get(name);
    // Of a transactional migration that did not finish nothing was kept (see withMark): it can simply run again.
    if (script === undefined || !isTransactional(script)) throw stuckFailure(name);
    await engine.markMigrationRolledBack({ migrationName: name });
  }
  const edited = found.hasMigrationsTable ? await editedMigration(owner, scripts) : undefined;
  if (edited !== undefined) {
    throw new MigrationFailure(
      "edited",
      edited,
      `Migration ${edited} was changed after this database applied it. Put the file back and write a new migration. ` +
        "(Only development data? Delete the data folder and start again.)",
    );
  }
  if (found.history?.diagnostic === "historiesDiverge") {
    const unknown = found.history.unpersistedMigrationNames.join(", ");
    throw new MigrationFailure(
      "diverged",
      null,
      `This database has migrations that this version does not know (${unknown}), and lacks some that it does. ` +
        "It was migrated from another branch: use that branch's code, or another database.",
    );
  }
}

/** Not the engine's list: that one counts migrations that failed, which are mended by editing them. */
async function editedMigration(owner: pg.Client, scripts: Map<string, string>): Promise<string | undefined> {
  const { rows } = await owner.query<{ name: string; checksum: string }>(
    `SELECT migration_name AS name, checksum FROM "_prisma_migrations"
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return rows.find(({ name, checksum }) => {
    const script = scripts.get(name);
    return script !== undefined && checksumOf(script) !== checksum;
  })?.name;
}
