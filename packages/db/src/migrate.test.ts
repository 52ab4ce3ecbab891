import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Embedded } from "./embedded.ts";
import { migrate } from "./migrate.ts";
import { diffSchema, newMigration } from "./new-migration.ts";
import { derivedRoleUrls } from "./roles.ts";
import { startTemporary } from "./temporary.ts";

let server: Embedded;
let prismaFolder: string;
let ownerUrl: string;
let databases = 0;

const passwords = { appPassword: 'app\'s "secret"', adminPassword: "admin secret" };
const run = (more: { rolledBack?: string[] } = {}) => migrate({ ownerUrl, prismaFolder, ...passwords, ...more });

beforeAll(async () => {
  server = await startTemporary();
});

afterAll(() => server.stop());

beforeEach(() => {
  databases += 1;
  const url = new URL(server.url);
  url.pathname = `/migrated_${databases}`;
  ownerUrl = url.href;
  prismaFolder = mkdtempSync(path.join(os.tmpdir(), "schema "));
  writeSchema("id String @id @db.Uuid");
  writeMigration("1_thing", `CREATE TABLE thing (id UUID NOT NULL, CONSTRAINT thing_pkey PRIMARY KEY (id));`);
  return () => rmSync(prismaFolder, { recursive: true, force: true });
});

function writeSchema(fields: string): void {
  const schema = `datasource db {\n  provider = "postgresql"\n}\nmodel thing {\n  ${fields}\n}\n`;
  writeFileSync(path.join(prismaFolder, "schema.prisma"), schema);
}

function writeMigration(name: string, sql: string): void {
  const folder = path.join(prismaFolder, "migrations", name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "migration.sql"), sql);
}

async function ask(sql: string, url = ownerUrl): Promise<unknown[][]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query({ text: sql, rowMode: "array" });
    return rows;
  } finally {
    await client.end();
  }
}

test("a database that is missing is made, and migrations apply once, function bodies whole", async () => {
  writeMigration(
    "2_function",
    `CREATE FUNCTION two() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 2; END $$;
     GRANT SELECT ON thing TO pronaflow_app -- no semicolon`,
  );
  expect(await run()).toEqual({ applied: ["1_thing", "2_function"] });
  expect(await ask("SELECT two()")).toEqual([[2]]);
  expect(await run()).toEqual({ applied: [] });
});

test("the roles log in with the passwords of the last run, and may neither bypass policies nor make anything", async () => {
  await run();
  const secret = (purpose: string) => (purpose.endsWith("app") ? passwords.appPassword : passwords.adminPassword);
  const urls = derivedRoleUrls(ownerUrl, secret);
  expect(await ask("SELECT current_user::text", urls.app)).toEqual([["pronaflow_app"]]);
  expect(await ask("SELECT current_user::text", urls.admin)).toEqual([["pronaflow_admin"]]);
  const powers = "rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole OR rolreplication";
  await ask("ALTER ROLE pronaflow_app BYPASSRLS CREATEDB");
  await migrate({ ownerUrl, prismaFolder, ...passwords, appPassword: "another" });
  expect(await ask(`SELECT rolname::text FROM pg_roles WHERE rolname LIKE 'pronaflow_a%' AND (${powers})`)).toEqual([]);
  await expect(ask("SELECT 1", urls.app)).rejects.toMatchObject({ code: "28P01" });
  expect(await ask("SELECT 1", derivedRoleUrls(ownerUrl, () => "another").app)).toEqual([[1]]);
});

test("of eight at once, one migrates and the others find it done", async () => {
  const runs = await Promise.all(Array.from({ length: 8 }, () => run()));
  expect(runs.flatMap(({ applied }) => applied)).toEqual(["1_thing"]);
});

test("databases of one server are migrated at once, though they share the roles", async () => {
  const urls = Array.from({ length: 6 }, (_, index) => `${ownerUrl}_${index}`);
  const runs = await Promise.all(urls.map((url) => migrate({ ownerUrl: url, prismaFolder, ...passwords })));
  expect(runs.map(({ applied }) => applied)).toEqual(urls.map(() => ["1_thing"]));
});

test("a failed migration leaves nothing, names its line and what to do, and runs once it is mended", async () => {
  writeMigration("2_broken", "CREATE TABLE half (id int);\nSELECT * FROM nowhere;");
  const failure = {
    reason: "failed",
    migration: "2_broken",
    message: expect.stringMatching(/2_broken failed at line 2: .*nowhere.*\nNothing of it was kept/s),
  };
  await expect(run()).rejects.toMatchObject(failure);
  await expect(run()).rejects.toMatchObject(failure);
  expect(await ask("SELECT to_regclass('half')::text")).toEqual([[null]]);
  writeMigration("2_broken", "CREATE TABLE half (id int);");
  expect(await run()).toEqual({ applied: ["2_broken"] });
});

test("a run that is killed in the middle of a migration is finished by the next one", async () => {
  writeMigration("2_slow", "CREATE TABLE slow (id int); SELECT pg_sleep(600);");
  const killed = run();
  const outcome = killed.then(
    () => "applied",
    () => "ended",
  );
  const backends = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
  // However long it takes to come so far: the migration itself sleeps until it is killed.
  await expect.poll(() => ask(`SELECT 1 ${backends} AND query LIKE '%pg_sleep%'`), { timeout: 60_000 }).toEqual([[1]]);
  await ask(`SELECT pg_terminate_backend(pid) ${backends}`);
  expect(await outcome).toBe("ended");
  expect(await ask("SELECT finished_at FROM _prisma_migrations WHERE migration_name = '2_slow'")).toEqual([[null]]);
  writeMigration("2_slow", "CREATE TABLE slow (id int);");
  expect(await run()).toEqual({ applied: ["2_slow"] });
}, 120_000);

test("an index is built concurrently; one that stops half-way waits for a hand and says which", async () => {
  const concurrently =
    "-- on a full table\nDROP INDEX CONCURRENTLY IF EXISTS a; CREATE INDEX CONCURRENTLY a ON thing (id);";
  writeMigration("2_index", concurrently);
  writeMigration("3_index", "CREATE INDEX CONCURRENTLY b ON nowhere (id);");
  const message = expect.stringContaining("--rolled-back 3_index");
  await expect(run()).rejects.toMatchObject({ reason: "failed", migration: "3_index", message });
  await expect(run()).rejects.toMatchObject({ reason: "stuck", migration: "3_index", message });
  writeMigration("3_index", "CREATE INDEX CONCURRENTLY b ON thing (id);");
  expect(await run({ rolledBack: ["3_index"] })).toEqual({ applied: ["3_index"] });
});

test("a migration edited after it was applied, and a database of another branch, are refused", async () => {
  writeMigration("2_ours", "SELECT 1;");
  await run();
  writeMigration("2_ours", "SELECT 2;");
  await expect(run()).rejects.toMatchObject({ reason: "edited", migration: "2_ours" });
  rmSync(path.join(prismaFolder, "migrations", "2_ours"), { recursive: true });
  expect(await run()).toEqual({ applied: [] });
  writeMigration("3_theirs", "SELECT 3;");
  await expect(run()).rejects.toMatchObject({ reason: "diverged", message: expect.stringContaining("2_ours") });
});

test("a new migration holds what the schema says more than the migrations make", async () => {
  writeMigration("2_function", "CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1';");
  const now = new Date("2026-02-03T04:05:06Z");
  expect(await newMigration("nothing new", { ownerUrl: server.url, prismaFolder, now })).toBe(null);
  writeSchema("id String @id @db.Uuid\n  note String?");
  expect(await diffSchema({ ownerUrl: server.url, prismaFolder })).toContain('ADD COLUMN     "note" TEXT');
  const file = await newMigration("Add a note", { ownerUrl: server.url, prismaFolder, now });
  expect(file).toBe(path.join(prismaFolder, "migrations", "20260203040506_add_a_note", "migration.sql"));
  expect(existsSync(file ?? "") && readFileSync(file ?? "", "utf8")).toContain('ADD COLUMN     "note" TEXT');
  expect(await diffSchema({ ownerUrl: server.url, prismaFolder })).toBe("");
  expect(await ask("SELECT datname::text FROM pg_database WHERE datname LIKE '%shadow%'", server.url)).toEqual([]);
});

test("the product's own migrations make exactly its schema", async () => {
  expect(await diffSchema({ ownerUrl: server.url })).toBe("");
});
