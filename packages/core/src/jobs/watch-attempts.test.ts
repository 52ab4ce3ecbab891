import type { TestAccount, TestSystem } from "@pronaflow/testing";
import { asGuest, auditOf, makeAccount, openTestSystem } from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { signIn } from "../identity/sign-in.ts";
import { runTask } from "./run-task.ts";

let system: TestSystem;
let account: TestAccount;
beforeAll(async () => {
  system = await openTestSystem();
  account = await makeAccount(system);
});
afterAll(() => system.close());
beforeEach(async () => {
  system.clock.advance({ hours: 1 });
  await system.owner.query("DELETE FROM incident");
});

const watch = () => runTask(system.admin, "attempts.watch");

/** One failure as the ledger holds it. */
async function failed(ip: string, target: string, facts: { outcome?: string; accountId?: string } = {}) {
  await system.owner.query(
    `INSERT INTO auth_attempt (id, at, kind, outcome, account_id, identifier_hash, audience, ip, request_id)
     VALUES (gen_random_uuid(), $1, $2, $3, $4, sha256($5), 'WEB', $6, 'r')`,
    [
      system.clock.now(),
      facts.outcome === "factor_wrong" ? "second_factor" : "sign_in",
      facts.outcome ?? "invalid_credentials",
      facts.accountId ?? null,
      Buffer.from(target),
      ip,
    ],
  );
}

async function incidents() {
  const { rows } = await system.owner.query("SELECT id, kind, occurrences, evidence FROM incident ORDER BY kind");
  return rows.map(({ evidence, ...row }) => ({ ...row, evidence: JSON.parse(evidence) }));
}

test("ten accounts tried from one address in ten minutes are an incident, nine are none", async () => {
  for (let index = 0; index < 9; index++) {
    const identifier = `target-${index}@example.com`;
    await signIn(asGuest(system.web, { ip: "198.51.100.9" }), { identifier, password: "wrong" }).catch(() => {});
  }
  await failed("198.51.100.9", "someone", { outcome: "succeeded" });
  await watch();
  expect(await incidents()).toEqual([]);
  await failed("198.51.100.9", "tenth");
  await watch();
  const [incident, ...others] = await incidents();
  expect(others).toEqual([]);
  expect(incident).toMatchObject({
    kind: "address_spraying",
    evidence: { address: "198.51.100.9", accounts: 10, failures: 10 },
  });
  expect(JSON.stringify(incident)).not.toMatch(/target-|wrong/);
  const rows = (await auditOf(system, incident?.id)).map(({ action, actorKind }) => ({ action, actorKind }));
  expect(rows).toEqual([{ action: "incident.opened", actorKind: "SYSTEM" }]);
});

test("an IPv6 caller is its /64", async () => {
  for (let index = 0; index < 10; index++) await failed(`2001:db8:1:2::${index}`, `target-${index}`);
  await watch();
  expect(await incidents()).toMatchObject([{ kind: "address_spraying", evidence: { address: "2001:db8:1:2::/64" } }]);
});

test("looking again, and two workers at once, change nothing; one more failure is counted", async () => {
  for (let index = 0; index < 10; index++) await failed("198.51.100.10", `target-${index}`);
  await Promise.all([watch(), watch()]);
  await watch();
  expect(await incidents()).toMatchObject([{ occurrences: 1 }]);
  system.clock.advance({ minutes: 1 });
  await watch();
  expect(await incidents()).toMatchObject([{ occurrences: 1 }]);
  await failed("198.51.100.10", "one more");
  await watch();
  expect(await incidents()).toMatchObject([{ occurrences: 2, evidence: { accounts: 11 } }]);
});

test("failures that lie ten minutes apart are no attack", async () => {
  for (let index = 0; index < 9; index++) await failed("198.51.100.11", `target-${index}`);
  system.clock.advance({ minutes: 10 });
  await failed("198.51.100.11", "tenth");
  await watch();
  expect(await incidents()).toEqual([]);
});

test("failures across fifty accounts from many addresses are one incident", async () => {
  for (let index = 0; index < 50; index++) await failed(`198.51.100.${20 + (index % 8)}`, `target-${index}`);
  await watch();
  expect(await incidents()).toMatchObject([
    { kind: "failures_across_accounts", evidence: { accounts: 50, addresses: 8, failures: 50 } },
  ]);
});

test("five wrong second factors on one account are an incident of that account", async () => {
  const guess = () => failed("198.51.100.40", "x", { outcome: "factor_wrong", accountId: account.id });
  for (let index = 0; index < 4; index++) await guess();
  await watch();
  expect(await incidents()).toEqual([]);
  await guess();
  await watch();
  expect(await incidents()).toMatchObject([{ kind: "factor_guessing", evidence: { failures: 5, addresses: 1 } }]);
});
