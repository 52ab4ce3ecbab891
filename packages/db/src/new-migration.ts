import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { migrationAdapter } from "./migrations/adapter.ts";
import type { SchemaEngine } from "./migrations/engine.ts";
import { NO_FILTER, withEngine } from "./migrations/engine.ts";
import { PRISMA_FOLDER, readMigrations, readSchema, scriptsOf } from "./migrations/files.ts";
import { failureOf } from "./migrations/reports.ts";
import { ensureRoles } from "./roles.ts";
import { startTemporary } from "./temporary.ts";

export type DiffOptions = {
  /** A server on which a shadow database may be made; without one, a throw-away server is started. */
  ownerUrl?: string;
  prismaFolder?: string;
};

/**
 * Writes `migrations/<time>_<name>/migration.sql` with the SQL that brings the migrations' result to the schema, and
 * answers with its path; null when they agree already, unless `isDraft` asks for an empty file to fill by hand.
 */
export async function newMigration(
  name: string,
  options: DiffOptions & { isDraft?: boolean; now?: Date } = {},
): Promise<string | null> {
  const sql = await diffSchema(options);
  if (sql === "" && !options.isDraft) return null;
  const { prismaFolder = PRISMA_FOLDER, now = new Date() } = options;
  const time = now.toISOString().replaceAll(/\D/g, "").slice(0, 14);
  const words = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_");
  const file = path.join(prismaFolder, "migrations", `${time}_${words}`, "migration.sql");
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, sql);
  return file;
}

/**
 * The SQL by which the schema differs from what the migrations make, run for real on a shadow database; "" when
 * they agree. Policies, functions, triggers and grants are not part of a Prisma schema and never differ.
 */
export async function diffSchema(options: DiffOptions = {}): Promise<string> {
  const folder = options.prismaFolder ?? PRISMA_FOLDER;
  const diff = await onShadow(options, (engine) =>
    engine.diff({
      from: { tag: "migrations", ...readMigrations(folder) },
      to: { tag: "schemaDatamodel", ...readSchema(folder) },
      script: true,
      exitCode: true,
      filters: NO_FILTER,
    }),
  );
  return diff.exitCode === 2 ? `${(diff.stdout ?? "").trim()}\n` : "";
}

async function onShadow<Answer>(
  { ownerUrl, prismaFolder = PRISMA_FOLDER }: DiffOptions,
  act: (engine: SchemaEngine) => Promise<Answer>,
): Promise<Answer> {
  const server = ownerUrl === undefined ? await startTemporary() : null;
  const url = server?.url ?? ownerUrl ?? "";
  try {
    await grantable(url);
    const migrations = readMigrations(prismaFolder);
    const adapter = migrationAdapter(url, scriptsOf(migrations).values());
    return await withEngine(adapter, readSchema(prismaFolder), act).catch((error: unknown) => {
      throw failureOf(error, adapter.lastFailure(), migrations);
    });
  } finally {
    await server?.stop();
  }
}

/** The migrations grant to the product's roles: those have to exist before a shadow database can be built. */
async function grantable(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await ensureRoles(owner, null);
  } finally {
    await owner.end();
  }
}
