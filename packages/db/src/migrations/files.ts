import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { MigrationList, SchemasContainer } from "@prisma/schema-engine-wasm";

/** Where the schema (`*.prisma`) and the migrations (`migrations/<name>/migration.sql`) are. */
export const PRISMA_FOLDER = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..", "prisma");

const LOCK_FILE = 'provider = "postgresql"\n';

/** The migrations in the order of their names, as the schema engine wants them. */
export function readMigrations(prismaFolder: string): MigrationList {
  const baseDir = path.join(prismaFolder, "migrations");
  const names = existsSync(baseDir) ? readdirSync(baseDir, { withFileTypes: true }) : [];
  return {
    baseDir,
    lockfile: { path: "migration_lock.toml", content: LOCK_FILE },
    shadowDbInitScript: "",
    migrationDirectories: names
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort()
      .map((name) => ({ path: name, migrationFile: { path: "migration.sql", content: readScript(baseDir, name) } })),
  };
}

/** The schema's files, sorted by name. */
export function readSchema(prismaFolder: string): SchemasContainer {
  const names = readdirSync(prismaFolder).filter((name) => name.endsWith(".prisma"));
  return {
    files: names.sort().map((name) => {
      const file = path.join(prismaFolder, name);
      return { path: file, content: readFileSync(file, "utf8") };
    }),
  };
}

/** name → SQL. */
export function scriptsOf(migrations: MigrationList): Map<string, string> {
  const scripts = new Map<string, string>();
  for (const { path: name, migrationFile } of migrations.migrationDirectories) {
    if (migrationFile.content.tag === "ok") scripts.set(name, migrationFile.content.value);
  }
  return scripts;
}

/** What Prisma keeps in `_prisma_migrations.checksum`. */
export function checksumOf(script: string): string {
  return createHash("sha256").update(script).digest("hex");
}

/**
 * Whether the file runs as one transaction: all of them but those that build indexes CONCURRENTLY or COMMIT
 * themselves. A transactional one that fails leaves nothing behind.
 */
export function isTransactional(script: string): boolean {
  const code = withoutComments(script);
  return !/\bconcurrently\b/i.test(code) && !/^\s*commit\s*;/im.test(code);
}

/** The statements of a file that is not transactional; such a file holds no function bodies. */
export function statementsOf(script: string): string[] {
  return withoutComments(script)
    .split(";")
    .map((statement) => statement.trim())
    .filter((statement) => statement !== "");
}

function withoutComments(script: string): string {
  return script.replaceAll(/--.*$/gm, "");
}

function readScript(baseDir: string, name: string): { tag: "ok" | "error"; value: string } {
  try {
    return { tag: "ok", value: readFileSync(path.join(baseDir, name, "migration.sql"), "utf8") };
  } catch (error) {
    return { tag: "error", value: String(error) };
  }
}
