import { fork } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { getPriority } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { HasherGone, openHashingProcess } from "./open-hashing-process.ts";
import { createHasher } from "./passwords.ts";
import { HasherBusy } from "./work-slots.ts";

const light = { memoryKib: 1024, passes: 1, lanes: 1 };
const settings = { memoryCost: 1024, timeCost: 1, parallelism: 1 };
const slow = { memoryCost: 1_048_576, timeCost: 20, parallelism: 1 };
// At the lowest priority, on a busy machine, even ending takes its time.
const PATIENCE = { timeout: 20_000 };
let engine = openHashingProcess(2);
afterEach(() => {
  engine.close();
  engine = openHashingProcess(2);
});

function pid(): number {
  return engine.pid ?? expect.unreachable("the process runs");
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}

test("it hashes and verifies as the one in process does", async () => {
  const apart = createHasher({ engine, cost: light });
  const here = createHasher({ cost: light });
  expect(await here.verify(await apart.hash("Grey-Otter 7"), "Grey-Otter 7")).toBe(true);
  expect(await apart.verify(await here.hash("Grey-Otter 7"), "Grey-Otter 7")).toBe(true);
  expect(await apart.verify(await here.hash("Grey-Otter 7"), "Grey-Otter 8")).toBe(false);
  expect(await apart.verifyDecoy("Grey-Otter 7")).toBe(false);
  await expect(apart.verify("no hash", "Grey-Otter 7")).rejects.toThrow("could not read the hash");
});

test.runIf(process.platform === "linux")("every thread of it yields to everyone else", async () => {
  await engine.hash("a", settings);
  expect(getPriority(pid())).toBe(19);
  for (const thread of readdirSync(`/proc/${pid()}/task`)) {
    expect(readFileSync(`/proc/${pid()}/task/${thread}/stat`, "utf8").split(") ").at(-1)?.split(" ")[16]).toBe("19");
  }
});

test.runIf(process.platform === "linux")("neither its arguments nor its environment hold a secret", async () => {
  vi.stubEnv("A_SECRET_OF_THE_SERVER", "do not inherit me");
  const work = engine.hash("Secret-Password-11", slow);
  const known = ["cmdline", "environ"].map((file) => readFileSync(`/proc/${pid()}/${file}`, "utf8")).join();
  expect(known).not.toMatch(/Secret-Password-11|do not inherit me/);
  vi.unstubAllEnvs();
  process.kill(pid(), "SIGKILL");
  await expect(work).rejects.toBeInstanceOf(HasherGone);
});

test("killed, it fails what it held at once, and the next password finds another", async () => {
  const hash = await engine.hash("a", settings);
  const first = pid();
  const held = Array.from({ length: 10 }, () => engine.hash("b", slow));
  const ends = Promise.allSettled(held);
  process.kill(first, "SIGKILL");
  expect((await ends).map((end) => end.status === "rejected" && end.reason instanceof HasherGone)).toEqual(
    Array(10).fill(true),
  );
  expect(await engine.verify(hash, "a")).toBe(true);
  expect(pid()).not.toBe(first);
});

test("one that dies before its first answer is not started again for each caller", async () => {
  const held = engine.hash("a", settings);
  process.kill(pid(), "SIGKILL");
  await expect(held).rejects.toBeInstanceOf(HasherGone);
  await expect(engine.hash("a", settings)).rejects.toBeInstanceOf(HasherGone);
  expect(engine.pid).toBeUndefined();
});

test("a storm is served in turn, and over the queue it is refused at once", async () => {
  const hasher = createHasher({ engine, concurrency: 4, queueLimit: 36, cost: light });
  const storm = Array.from({ length: 100 }, (_, index) => hasher.hash(`password ${index}`));
  const ends = await Promise.allSettled(storm);
  expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(40);
  expect(ends.filter((end) => end.status === "rejected" && end.reason instanceof HasherBusy)).toHaveLength(60);
  expect(hasher.stats()).toMatchObject({ running: 0, queued: 0, peakRunning: 4, completed: 40, refused: 60 });
});

test("after a death under a storm the places are free again", async () => {
  const hasher = createHasher({ engine, concurrency: 4, queueLimit: 100, cost: light });
  await hasher.hash("a");
  const storm = Promise.allSettled(Array.from({ length: 40 }, () => hasher.hash("b")));
  process.kill(pid(), "SIGKILL");
  await storm;
  expect(hasher.stats()).toMatchObject({ running: 0, queued: 0 });
  expect(await hasher.hash("c")).toMatch(/^\$argon2id/);
});

test("Ctrl-C and a stop request are the server's to follow", async () => {
  const hash = await engine.hash("a", settings);
  const first = pid();
  process.kill(first, "SIGINT");
  process.kill(first, "SIGTERM");
  expect(await engine.verify(hash, "a")).toBe(true);
  expect(pid()).toBe(first);
});

test("closed, it ends", async () => {
  await engine.hash("a", settings);
  const child = pid();
  engine.close();
  await expect.poll(() => isAlive(child), PATIENCE).toBe(false);
});

test("it ends with its server, killed or done", { timeout: 60_000 }, async () => {
  for (const end of ["SIGKILL", "done"] as const) {
    const server = fork(join(import.meta.dirname, "hashing-owner-under-test.ts"), [], { execArgv: [] });
    const [child] = (await once(server, "message")) as [number];
    expect(isAlive(child)).toBe(true);
    const gone = once(server, "exit");
    if (end === "done") server.disconnect();
    else server.kill(end);
    await gone;
    await expect.poll(() => isAlive(child), PATIENCE).toBe(false);
  }
});
