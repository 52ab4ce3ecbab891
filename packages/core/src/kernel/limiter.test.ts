import type { TestSystem } from "@pronaflow/testing";
import { asGuest, openTestSystem } from "@pronaflow/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Rate } from "./limiter.ts";
import { takeRate, takeRateByAddress } from "./limiter.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(() => system.close());

let made = 0;
/** Ten calls at once, one more every ten seconds. */
const rate = (): Rate => ({ name: `test-${++made}`, calls: 10, windowSeconds: 100 });

/** How many of so many calls at once are let through, and what the others hear. */
async function take(limit: Rate, calls: number, key = "one") {
  const ctx = asGuest(system.web);
  const results = await Promise.allSettled(Array.from({ length: calls }, () => takeRate(ctx, limit, key)));
  const refusals = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
  return { taken: calls - refusals.length, refusals };
}

test("fifty at once get exactly what fifty in a row would", async () => {
  const { taken, refusals } = await take(rate(), 50);
  expect(taken).toBe(10);
  expect(refusals.map((error) => error.code)).toEqual(Array(40).fill("RATE_LIMITED"));
});

test("it refills evenly: one call a tenth of the window, never two", async () => {
  const limit = rate();
  expect((await take(limit, 10)).taken).toBe(10);
  system.clock.advance({ milliseconds: 9_999 });
  expect((await take(limit, 1)).taken).toBe(0);
  system.clock.advance({ milliseconds: 1 });
  expect((await take(limit, 5)).taken).toBe(1);
  system.clock.advance({ seconds: 35 });
  expect((await take(limit, 5)).taken).toBe(3);
  system.clock.advance({ days: 1 });
  expect((await take(limit, 50)).taken).toBe(10);
});

test("a refusal says when to come back, in whole seconds, and then it is true", async () => {
  const limit = rate();
  await take(limit, 10);
  system.clock.advance({ milliseconds: 3_500 });
  const { refusals } = await take(limit, 1);
  expect(refusals[0].meta).toEqual({ retryAfterSeconds: 7 });
  system.clock.advance({ seconds: 7 });
  expect((await take(limit, 1)).taken).toBe(1);
});

test("refused calls cost nothing: who keeps knocking waits no longer", async () => {
  const limit = rate();
  await take(limit, 50);
  await take(limit, 50);
  system.clock.advance({ seconds: 10 });
  expect((await take(limit, 1)).taken).toBe(1);
});

test("a clock set back gives nothing away and locks nobody out for longer than the window", async () => {
  const limit = rate();
  await take(limit, 10);
  system.clock.advance({ seconds: -50 });
  expect((await take(limit, 1)).taken).toBe(0);
  system.clock.advance({ seconds: 60 });
  expect((await take(limit, 5)).taken).toBe(1);
});

test("calls are counted, not requests: one request that asks ten times has taken ten", async () => {
  const limit = rate();
  const ctx = asGuest(system.web);
  for (let index = 0; index < 10; index++) await takeRate(ctx, limit, "one");
  await expect(takeRate(ctx, limit, "one")).rejects.toMatchObject({ code: "RATE_LIMITED" });
});

test("keys and limits are apart, addresses of one /64 are together", async () => {
  const limit = rate();
  await take(limit, 10, "one");
  expect((await take(limit, 1, "two")).taken).toBe(1);
  expect((await take(rate(), 1, "one")).taken).toBe(1);
  const byAddress = rate();
  for (let index = 0; index < 10; index++) {
    await takeRateByAddress(asGuest(system.web, { ip: `2001:db8:0:1::${index + 1}` }), byAddress);
  }
  const at = (ip: string | null) => takeRateByAddress(asGuest(system.web, { ip }), byAddress);
  await expect(at("2001:db8:0:1:ffff::1")).rejects.toMatchObject({ code: "RATE_LIMITED" });
  await at("2001:db8:0:2::1");
  await at(null);
});

test("what a bucket is for is not readable in the database", async () => {
  await take(rate(), 1, "ana@example.com");
  const { rows } = await system.owner.query("SELECT string_agg(key, ' ') AS keys FROM rate_limit");
  expect(rows[0].keys).not.toMatch(/ana|example/);
});

test("a limiter that cannot be asked lets nobody through", async () => {
  const hot: typeof system.web.db.hot = async () => [];
  const ctx = asGuest({ ...system.web, db: { ...system.web.db, hot } });
  await expect(takeRate(ctx, rate(), "one")).rejects.toMatchObject({ code: "RATE_LIMITED" });
});
