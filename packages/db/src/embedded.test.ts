import { spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { serverAccount } from "./embedded/account.ts";
import { reachableCopy } from "./embedded/binaries.ts";
import type { Embedded } from "./embedded.ts";
import { startEmbedded } from "./embedded.ts";

const isRoot = process.getuid?.() === 0;
let root: string;
let lines: string[];
const running: Embedded[] = [];
const elsewhere: string[] = [];

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), "a clone with spaces "));
  chmodSync(root, 0o755);
  lines = [];
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
  for (const folder of [root, ...elsewhere.splice(0)]) rmSync(folder, { recursive: true, force: true });
});

async function start(dataDir = path.join(root, "data"), port = 0, durable = false): Promise<Embedded> {
  const server = await startEmbedded({ dataDir, port, log: (line) => lines.push(line), durable });
  running.push(server);
  return server;
}

async function ask(url: string, sql: string): Promise<unknown[][]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query({ text: sql, rowMode: "array" });
    return rows;
  } finally {
    await client.end();
  }
}

const postmasterOf = (server: Embedded) =>
  Number.parseInt(readFileSync(path.join(server.home, "cluster", "postmaster.pid"), "utf8"), 10);

test("the data outlives the server, in a folder with spaces, behind a password only its account can read", async () => {
  const first = await start();
  await ask(first.url, "CREATE TABLE kept AS SELECT 'still here' AS word");
  expect(await ask(first.url, "SELECT current_database(), current_setting('listen_addresses')")).toEqual([
    ["pronaflow", "127.0.0.1"],
  ]);
  await first.stop();
  const second = await start();
  expect(await ask(second.url, "SELECT word FROM kept")).toEqual([["still here"]]);
  expect(statSync(path.join(root, "data", "password")).mode & 0o777).toBe(0o600);
  const wrong = new URL(second.url);
  wrong.password = "guess";
  await expect(ask(wrong.href, "SELECT 1")).rejects.toMatchObject({ code: "28P01" });
});

test("a second instance on the same data is told who holds it", async () => {
  await start();
  await expect(start()).rejects.toMatchObject({
    reason: "held",
    message: expect.stringContaining(`process ${process.pid}`),
  });
});

test("a taken port is named, and the data are free again afterwards", async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  const address = taken.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  await expect(start(undefined, port)).rejects.toMatchObject({
    reason: "port_taken",
    message: expect.stringContaining(`${port}`),
  });
  await new Promise((resolve) => taken.close(resolve));
  await start(undefined, port);
});

test("a lock file whose process is gone, or is another program by now, does not stand in the way", async () => {
  const first = await start();
  await first.stop();
  const stale = path.join(first.home, "cluster", "postmaster.pid");
  writeFileSync(stale, `${process.pid}\n${path.dirname(stale)}\n1\n5432\n\n127.0.0.1\n`);
  await start();
  expect(lines.join("\n")).toContain("Removed the lock file");
});

test("a server that is killed is started again on the same port, with what was committed", async () => {
  const server = await start(undefined, undefined, true);
  await ask(server.url, "CREATE TABLE committed AS SELECT 1 AS one");
  const killed = postmasterOf(server);
  process.kill(killed, "SIGKILL");
  await expect
    .poll(() => ask(server.url, "SELECT one FROM committed").catch(() => null), { timeout: 10_000 })
    .toEqual([[1]]);
  expect(postmasterOf(server)).not.toBe(killed);
});

test("the server left running by an instance that was killed is stopped and its data taken over", async () => {
  const dataDir = path.join(root, "data");
  const program = `
    const { startEmbedded } = await import(${JSON.stringify(new URL("./embedded.ts", import.meta.url).href)});
    const server = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, port: 0, log() {} });
    console.log(server.url);
    setInterval(() => {}, 1000);`;
  const other = spawn(process.execPath, ["--input-type=module", "--eval", program], { stdio: ["ignore", "pipe", 2] });
  await new Promise((resolve) => other.stdout?.once("data", resolve));
  const exited = new Promise((resolve) => other.once("exit", resolve));
  other.kill("SIGKILL");
  await exited;
  const server = await start(dataDir);
  expect(lines.join("\n")).toContain("that an instance which was killed left running");
  expect(await ask(server.url, "SELECT 1")).toEqual([[1]]);
});

test.runIf(isRoot)("under a folder that only root can enter, the data move where the server reaches them", async () => {
  const closed = path.join(root, "private home");
  mkdirSync(closed, { mode: 0o700 });
  const dataDir = path.join(closed, "clone", ".data", "postgres");
  const first = await start(dataDir);
  elsewhere.push(first.home);
  expect(readFileSync(path.join(dataDir, "location"), "utf8").trim()).toBe(first.home);
  expect(first.home.startsWith(closed)).toBe(false);
  await ask(first.url, "CREATE TABLE kept AS SELECT 1 AS one");
  await first.stop();
  const second = await start(dataDir);
  expect(second.home).toBe(first.home);
  expect(await ask(second.url, "SELECT one FROM kept")).toEqual([[1]]);
});

test.runIf(isRoot)("programs that the server's account cannot reach are copied once", () => {
  const native = path.join(root, "closed", "native");
  mkdirSync(path.join(native, "bin"), { recursive: true });
  writeFileSync(path.join(native, "bin", "postgres"), "", { mode: 0o755 });
  const shared = () => path.join(root, "shared");
  const account = serverAccount();
  expect(reachableCopy(native, "1", account, shared)).toBe(native);
  chmodSync(path.join(root, "closed"), 0o700);
  const copy = reachableCopy(native, "1", account, shared);
  expect(copy).toBe(path.join(root, "shared", "postgres-1"));
  expect(
    spawnSync("/bin/sh", ["-c", 'test -x "$1"', "sh", path.join(copy, "bin", "postgres")], { ...account }).status,
  ).toBe(0);
});
