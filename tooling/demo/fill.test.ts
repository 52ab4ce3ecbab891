import { openServices } from "@pronaflow/core/kernel";
import type { TestSystem } from "@pronaflow/testing";
import { openTestSystem, testEnv } from "@pronaflow/testing";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fillDemo } from "./fill.ts";
import { DEMO_PEOPLE, DEMO_WORKSPACES } from "./people.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(() => system.close());

test("the demo is made by the product's own verbs, its history in the past", async () => {
  let back = 0;
  const clock = {
    now: () => new Date(Date.now() - back),
    setDaysAgo: (days: number) => {
      back = days * 24 * 60 * 60 * 1000;
    },
  };
  const jobs = { send: async () => {} };
  const services = await openServices(testEnv(system.ownerUrl), "web", jobs, { clock, hasher: system.web.hasher });
  const owner = new pg.Client({ connectionString: system.ownerUrl });
  await owner.connect();
  const made = await fillDemo(services, owner, clock);
  expect(made).toEqual({ people: DEMO_PEOPLE.length, workspaces: DEMO_WORKSPACES.length });
  const { rows } = await owner.query(
    "SELECT count(*) FILTER (WHERE at > now() - interval '1 day')::int AS today, count(*)::int AS total FROM audit_entry",
  );
  expect(rows[0].total).toBeGreaterThan(rows[0].today * 2);
  await owner.end();
  await services.db.close();
});
