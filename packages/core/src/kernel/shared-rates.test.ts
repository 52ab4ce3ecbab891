import type { RedisServer, TestSystem } from "@pronaflow/testing";
import { asGuest, openTestSystem, startRedis } from "@pronaflow/testing";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { Rate, Taken } from "./limiter.ts";
import { takeRate } from "./limiter.ts";
import type { Log } from "./log.ts";
import type { SharedRates } from "./shared-rates.ts";
import { openSharedRates } from "./shared-rates.ts";

let system: TestSystem;
let redis: RedisServer;
let shared: SharedRates;
let said: string[] = [];
/** What a test opened beside the two above: ended with it, however it ends. */
let opened: (() => unknown)[] = [];
const log: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: (message) => void said.push(message),
  error: (message) => void said.push(message),
};

beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(() => system.close());
beforeEach(async () => {
  said = [];
  opened = [];
  redis = await startRedis();
  shared = await connected(redis);
});
afterEach(async () => {
  await redis.stop();
  for (const end of [() => shared.close(), ...opened]) await end();
});

// More patience than the product has, where a test is not about it: the machine may be busy.
async function connected({ url }: RedisServer, patienceMs = 5_000): Promise<SharedRates> {
  const rates = openSharedRates(url, system.clock, log, patienceMs);
  await answering(rates);
  return rates;
}

/** Until Redis is there again; the probe's bucket is its own. */
async function answering(rates: SharedRates): Promise<void> {
  const probe = { name: "probe", calls: 1_000_000, windowSeconds: 1 };
  await expect.poll(() => rates.take("probe", probe), { timeout: 15_000, interval: 20 }).not.toBeNull();
}

let made = 0;
const rate = (): Rate => ({ name: `shared-${++made}`, calls: 10, windowSeconds: 100 });

async function take(limit: Rate, calls: number, rates = shared) {
  const notes: Taken[] = [];
  const ctx = asGuest({ ...system.web, sharedRates: rates }, { noteRate: (_, taken) => void notes.push(taken) });
  const results = await Promise.allSettled(Array.from({ length: calls }, () => takeRate(ctx, limit, "one")));
  const refusals = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
  return { taken: calls - refusals.length, refusals, notes };
}

const countedInPostgres = async (limit: Rate) =>
  (await system.owner.query("SELECT 1 FROM rate_limit WHERE key LIKE $1 || ':%'", [limit.name])).rowCount;

test("fifty at once get exactly what fifty in a row would, of two processes together, and Postgres hears nothing", async () => {
  const limit = rate();
  const other = await connected(redis);
  opened.push(() => other.close());
  const [one, two] = await Promise.all([take(limit, 25), take(limit, 25, other)]);
  expect(one.taken + two.taken).toBe(10);
  expect([...one.refusals, ...two.refusals].map(({ code }) => code)).toEqual(Array(40).fill("RATE_LIMITED"));
  expect(await countedInPostgres(limit)).toBe(0);
});

test("it counts as Postgres does: what is left, when to come back, and evenly refilled", async () => {
  const limits = [rate(), rate()] as const;
  const counts = async (limit: Rate, rates: SharedRates | undefined) => {
    const ctx = asGuest({ ...system.web, sharedRates: rates }, { noteRate: (_, taken) => void heard.push(taken) });
    const heard: Taken[] = [];
    for (const pause of [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3_500, 7_000, 0, 9_999, 1, 35_000]) {
      system.clock.advance({ milliseconds: pause });
      await takeRate(ctx, limit, "one").catch(() => undefined);
    }
    return heard;
  };
  const byPostgres = await counts(limits[0], undefined);
  expect(await counts(limits[1], shared)).toEqual(byPostgres);
  expect(byPostgres[0]).toEqual({ isAllowed: true, remaining: 9, retryAfterMs: 0 });
  expect(byPostgres[11]).toEqual({ isAllowed: false, remaining: 0, retryAfterMs: 6_500 });
});

test("a server that dies midway: Postgres counts, never nobody, and the log says so once a minute", async () => {
  const limit = rate();
  expect((await take(limit, 4)).taken).toBe(4);
  const during = take(limit, 30);
  await redis.stop();
  // What Redis had granted by then counts; what it had not, Postgres judges: its whole budget at most.
  expect((await during).taken).toBeLessThanOrEqual(16);
  expect((await take(limit, 50)).taken).toBeLessThanOrEqual(10);
  expect((await take(limit, 1)).refusals).toMatchObject([{ code: "RATE_LIMITED" }]);
  expect(said).toHaveLength(1);
  system.clock.advance({ seconds: 59 });
  await take(limit, 1);
  expect(said).toHaveLength(1);
  system.clock.advance({ seconds: 1 });
  await expect.poll(() => said.length, { timeout: 15_000 }).toBe(2);
});

test("it is asked again once it is back", async () => {
  await redis.stop();
  const limit = rate();
  expect((await take(limit, 10)).taken).toBe(10);
  redis = await startRedis({ port: redis.port });
  system.clock.advance({ seconds: 5 });
  await answering(shared);
  const next = rate();
  expect((await take(next, 50)).taken).toBe(10);
  expect(await countedInPostgres(next)).toBe(0);
});

test("a server that hangs costs one call 50 ms, then none for five seconds", async () => {
  shared.close();
  shared = await connected(redis, 50);
  said = [];
  system.clock.advance({ minutes: 1 });
  redis.freeze();
  const limit = rate();
  const startedAt = performance.now();
  expect((await take(limit, 20)).taken).toBe(10);
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(45);
  expect(await shared.take("any", limit)).toBeNull();
  redis.thaw();
  expect(await shared.take("any", limit)).toBeNull();
  system.clock.advance({ seconds: 5 });
  await answering(shared);
  expect(said).toHaveLength(1);
});

test("a full server, or one that wants a password, is as good as none", async () => {
  for (const settings of [
    ["--maxmemory", "1", "--maxmemory-policy", "noeviction"],
    ["--requirepass", "hunter2"],
  ]) {
    const unfit = await startRedis({ settings });
    const rates = openSharedRates(unfit.url, system.clock, log);
    opened.push(
      () => rates.close(),
      () => unfit.stop(),
    );
    const limit = rate();
    for (let call = 0; call < 10; call++) expect((await take(limit, 1, rates)).taken).toBe(1);
    expect((await take(limit, 5, rates)).taken).toBe(0);
    expect(await countedInPostgres(limit)).toBe(1);
  }
});
