import type { TestSystem } from "@pronaflow/testing";
import { makeAccount, openSessionFor, openTestSystem } from "@pronaflow/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Front } from "./server/index.ts";
import { createFront } from "./server/index.ts";
import { createApiContext, webRouter } from "./web/index.ts";

let system: TestSystem;
let front: Front;

beforeAll(async () => {
  system = await openTestSystem();
  front = createFront({
    app: "web",
    baseUrl: "http://localhost:3000",
    router: webRouter,
    rest: false,
    createContext: (call) => createApiContext(system.web, call),
    log: system.web.log,
    probes: {},
    resolveIp: (peer) => peer,
  });
});
afterAll(async () => {
  await front.close();
  await system.close();
});

type Answer = { result?: { data: unknown }; error?: { data: { code: string; httpStatus: number } } };

async function batch(calls: readonly (readonly [path: string, input: unknown])[], token?: string) {
  const paths = calls.map(([path]) => path).join(",");
  const response = await front.fetch(
    new Request(`http://localhost:3000/api/trpc/${paths}?batch=1`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(Object.fromEntries(calls.map(([, input], index) => [index, input]))),
    }),
  );
  return { response, answers: (await response.json()) as Answer[] };
}

const resets = (count: number, name: string) =>
  Array.from(
    { length: count },
    (_, index) => ["auth.passwordReset.request", { email: `${name}-${index}@example.com` }] as const,
  );
const codesOf = (answers: Answer[]) => answers.map((answer) => answer.error?.data.code ?? "ok");

test("ten calls in one batch take ten from the limit: after three batches of a limit of thirty there is none left", async () => {
  for (const name of ["first", "second", "third"]) {
    expect(codesOf((await batch(resets(10, name))).answers)).toEqual(Array(10).fill("ok"));
  }
  const { response, answers } = await batch(resets(10, "fourth"));
  expect(codesOf(answers)).toEqual(Array(10).fill("RATE_LIMITED"));
  expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
});

test("a batch that meets the limit in its middle gets exactly what was left", async () => {
  system.clock.advance({ hours: 1 });
  for (const name of ["a", "b"]) await batch(resets(10, name));
  await batch(resets(4, "c"));
  const { answers } = await batch(resets(10, "d"));
  expect(codesOf(answers).sort()).toEqual([...Array(4).fill("RATE_LIMITED"), ...Array(6).fill("ok")].sort());
});

test("each call of a batch answers for itself, and an eleventh refuses them all", async () => {
  const account = await makeAccount(system);
  const token = await openSessionFor(system, account, system.web);
  const rename = ["account.update", { displayName: "Renamed" }] as const;
  const { answers } = await batch([rename, ["workspaces.delete", { id: "none" }], ["no.such.thing", {}]], token);
  expect(codesOf(answers)).toEqual(["ok", "INVALID_INPUT", "NOT_FOUND"]);
  const refused = await batch(
    Array.from({ length: 11 }, () => ["account.update", { displayName: "Twice" }]),
    token,
  );
  expect(refused.response.status).toBe(400);
  const { rows } = await system.owner.query("SELECT display_name FROM account WHERE id = $1", [account.id]);
  expect(rows[0].display_name).toBe("Renamed");
});

test("a batch writes each change once, with its own audit row", async () => {
  const account = await makeAccount(system);
  const token = await openSessionFor(system, account, system.web);
  const names = Array.from({ length: 10 }, (_, index) => ["workspaces.create", { name: `Batch ${index}` }] as const);
  const { answers } = await batch(names, token);
  expect(codesOf(answers)).toEqual(Array(10).fill("ok"));
  const { rows } = await system.owner.query(
    "SELECT count(*)::int AS rows FROM audit_entry WHERE actor_id = $1 AND action = 'workspace.created'",
    [account.id],
  );
  expect(rows[0].rows).toBe(10);
});
