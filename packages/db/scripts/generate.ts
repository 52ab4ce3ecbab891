import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const output = path.join(root, "src", "generated");
const require = createRequire(import.meta.url);

/** Far beyond the two seconds that generating takes: a lock this old was left by a process that was killed. */
const LOCK_LASTS_MS = 60_000;

/**
 * Generates the Prisma client if the schema or Prisma's version changed since the last time; milliseconds when not.
 * True when it generated. Safe to call from several processes at once.
 */
export async function ensureGenerated(): Promise<boolean> {
  if (isCurrent()) return false;
  const unlock = await lock();
  try {
    if (isCurrent()) return false;
    await generate();
    writeFileSync(stampFile(), fingerprint());
    return true;
  } finally {
    unlock();
  }
}

function isCurrent(): boolean {
  return existsSync(stampFile()) && readFileSync(stampFile(), "utf8") === fingerprint();
}

function stampFile(): string {
  return path.join(output, ".made-from");
}

function fingerprint(): string {
  const hash = createHash("sha256").update(readFileSync(require.resolve("prisma/package.json")));
  const folder = path.join(root, "prisma");
  const files = readdirSync(folder).filter((name) => name.endsWith(".prisma"));
  for (const name of files.sort()) hash.update(`\0${name}\0`).update(readFileSync(path.join(folder, name)));
  return hash.digest("hex");
}

async function generate(): Promise<void> {
  const cli = path.join(path.dirname(require.resolve("prisma/package.json")), "build", "index.js");
  // Generating insists on finding a schema engine that it never runs, and would download one: any file will do.
  const env = {
    PATH: path.dirname(process.execPath),
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    CHECKPOINT_DISABLE: "1",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    NODE_ENV: "production" as const,
  };
  await run(process.execPath, [cli, "generate", "--no-hints"], { cwd: root, env });
}

async function lock(): Promise<() => void> {
  const folder = path.join(root, "node_modules", ".generating");
  for (;;) {
    try {
      mkdirSync(folder);
      return () => rmdirSync(folder);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
    const madeAt = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - madeAt > LOCK_LASTS_MS) rmdirSync(folder);
    else await pause(100);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ensureGenerated();
