import type { TestSystem } from "@pronaflow/testing";
import { openTestSystem } from "@pronaflow/testing";
import { contradictions, gather, mingle, unaudited } from "@pronaflow/testing/crowd";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkInvariants } from "../invariants/index.ts";
import { runTask } from "../jobs/run-task.ts";

// F19: clients at once do random acts on members, roles and ownership of five workspaces. F19_CLIENTS and F19_OPERATIONS
// make it longer (20 and 2000 in full), F19_SEED throws the same dice again.
// biome-ignore lint/style/noProcessEnv: how long a test lasts is no setting of the product's
const { F19_CLIENTS = "20", F19_OPERATIONS = "25", F19_SEED } = process.env;
const [clients, operations] = [Number(F19_CLIENTS), Number(F19_OPERATIONS)];
const seed = Number(F19_SEED ?? Date.now() & 0xfffff);

/** What a client may be told: it is not theirs, not allowed, too late, or the last of its kind. */
const REFUSALS = new Set([
  ...["UNAUTHENTICATED", "ACCOUNT_LEAVING", "NOT_FOUND", "FORBIDDEN", "INVALID_INPUT"],
  ...["MEMBER_ABOVE", "ROLE_NOT_GRANTABLE", "LAST_OWNER", "SOLE_OWNER"],
  ...["INVITATION_GONE", "WRONG_ACCOUNT", "ALREADY_MEMBER", "TRANSFER_PENDING", "TRANSFER_GONE"],
  ...["WORKSPACE_NOT_DELETED"],
]);

let system: TestSystem;
beforeAll(async () => {
  system = await openTestSystem({
    DATABASE_POOL_MAX: "24",
    DATABASE_ACQUIRE_TIMEOUT_MS: "60000",
    DATABASE_LOCK_TIMEOUT_MS: "60000",
    DATABASE_STATEMENT_TIMEOUT_MS: "60000",
  });
});
afterAll(() => system.close());

test("whatever a crowd does to members, roles and ownership at once, everything holds and all of it is told", {
  timeout: 3 * 60 * 60_000,
}, async () => {
  const crowd = await gather(system, runTask);
  await mingle(crowd, { clients, operations, seed });
  const tally: Record<string, number> = {};
  for (const { code } of crowd.journal) tally[code ?? "done"] = (tally[code ?? "done"] ?? 0) + 1;
  process.stdout.write(`F19: seed ${seed}, ${crowd.journal.length} acts, ${JSON.stringify(tally)}\n`);
  expect(Object.keys(tally).filter((code) => code !== "done" && !REFUSALS.has(code))).toEqual([]);
  expect(await unaudited(crowd)).toEqual([]);
  expect(await contradictions(crowd)).toEqual([]);
  const findings = await checkInvariants(system.owner, system.clock.now());
  expect(findings.filter(({ isHeld }) => !isHeld)).toEqual([]);
});
