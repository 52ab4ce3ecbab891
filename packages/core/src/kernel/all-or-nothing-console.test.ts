import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Arrange, TestSystem } from "@pronaflow/testing";
import {
  asGuest,
  inConsole,
  makeAccount,
  makeWorkspace,
  openSessionFor,
  openTestSystem,
  StatementFaults,
} from "@pronaflow/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { endSuspension } from "../accounts/end-suspension.ts";
import { endAccountSessions, reactivateAccount, suspendAccount } from "../accounts/index.ts";
import { changeSystemRole } from "../admins/index.ts";
import { expireAccount } from "../identity/expire-account.ts";
import { acknowledgeIncident, resolveIncident } from "../incidents/index.ts";
import { raiseIncident } from "../incidents/raise-incident.ts";
import { finishPurge } from "../system/finish-purge.ts";
import { createAdmin, createFirstAdmin, ensureFirstAdminLink } from "../system/index.ts";
import { workerContext } from "./scope.ts";

let system: TestSystem;
let faults: StatementFaults;
beforeAll(async () => {
  system = await openTestSystem({ DATABASE_ACQUIRE_TIMEOUT_MS: "4000" });
  faults = new StatementFaults(system);
});
afterAll(() => system.close());

const reason = "Seen by the watch";
const worker = () => workerContext(system.admin, system.admin.random.uuid());
const newAdmin = () => {
  const username = `admin-${system.admin.random.uuid().slice(-10)}`;
  return { email: `${username}@example.com`, username, displayName: "New", password: "Blue-Canal-Ladder-31" };
};
const sighting = () => ({
  ...({ kind: "address_spraying", severity: "MEDIUM", accountId: null, evidence: { tries: 20 }, reason } as const),
  ...{ sameAs: `spray:${system.admin.random.uuid()}`, seenAt: system.clock.now() },
});

/** An incident that is open, and an admin who has just proven themselves. */
async function openIncident() {
  const opened = await raiseIncident(worker(), sighting());
  const ctx = await inConsole(system, await makeAccount(system, { systemRole: "ADMIN" }));
  return { ctx, input: { id: opened?.id ?? "", reason } };
}

/** An admin who has just proven themselves, and an Owner with a session, a workspace of their own and nobody to follow. */
async function adminAndOwner() {
  const ctx = await inConsole(system, await makeAccount(system, { systemRole: "ADMIN" }));
  const account = await makeAccount(system);
  await makeWorkspace(system, account, [{ account: await makeAccount(system), role: "ADMIN" }]);
  await makeWorkspace(system, account);
  await openSessionFor(system, account, system.web);
  return { ctx, id: account.id };
}

const ACTS: Record<string, Arrange> = {
  async suspendAccount() {
    const { ctx, id } = await adminAndOwner();
    return () => suspendAccount(ctx, { id, reason });
  },
  async reactivateAccount() {
    const { ctx, id } = await adminAndOwner();
    await suspendAccount(ctx, { id, reason });
    return () => reactivateAccount(ctx, { id, reason });
  },
  async endSuspension() {
    const { ctx, id } = await adminAndOwner();
    await suspendAccount(ctx, { id, reason });
    const set = "UPDATE account SET suspended_until = $2 WHERE id = $1";
    await system.owner.query(set, [id, system.clock.now()]);
    return () => endSuspension(worker(), { id, reason });
  },
  async endAccountSessions() {
    const { ctx, id } = await adminAndOwner();
    return () => endAccountSessions(ctx, { id, reason });
  },
  async createFirstAdmin() {
    // Nobody is there yet: what the database refuses to take is what this installation never had.
    await system.owner.query(`ALTER TABLE account DISABLE TRIGGER account_last_superadmin;
      UPDATE account SET system_role = 'USER'; ALTER TABLE account ENABLE TRIGGER account_last_superadmin`);
    const token = (await ensureFirstAdminLink(system.admin))?.split("#token=")[1] ?? "";
    return () => createFirstAdmin(asGuest(system.admin), { ...newAdmin(), token });
  },
  async createAdmin() {
    await ensureFirstAdminLink(system.admin);
    return () => createAdmin(worker(), { ...newAdmin(), reason });
  },
  async changeSystemRole() {
    const ctx = await inConsole(system, await makeAccount(system, { systemRole: "SUPERADMIN" }));
    const other = await makeAccount(system, { systemRole: "SUPERADMIN" });
    await openSessionFor(system, other, system.admin);
    return () => changeSystemRole(ctx, { accountId: other.id, role: "SUPPORT", reason });
  },
  async raiseIncident() {
    const found = sighting();
    return () => raiseIncident(worker(), found);
  },
  async acknowledgeIncident() {
    const { ctx, input } = await openIncident();
    return () => acknowledgeIncident(ctx, input);
  },
  async resolveIncident() {
    const { ctx, input } = await openIncident();
    return () => resolveIncident(ctx, input);
  },
  async expireAccount() {
    const { id } = await makeAccount(system, { status: "PENDING" });
    system.clock.advance({ days: 60 });
    return () => expireAccount(worker(), { accountId: id, reason });
  },
  async finishPurge() {
    const { id } = await makeWorkspace(system, await makeAccount(system));
    const set = "UPDATE workspace SET deleted_at = $2, final_at = $2, purge_started_at = $2 WHERE id = $1";
    await system.owner.query(set, [id, system.clock.now()]);
    return () => finishPurge(worker(), { id, reason });
  },
};

/** Each workspace that passes on, or has its Owner back, has its own row. */
const AUDITS: Record<string, number> = { suspendAccount: 3, reactivateAccount: 2, endSuspension: 2 };

test.each(Object.entries(ACTS))(
  "%s is done whole or not at all, whichever of its statements fails, before or after",
  { timeout: 240_000 },
  async (name, arrange) => await faults.proveAllOrNothing(arrange, { audits: AUDITS[name] ?? 1 }),
);

test("every command is broken at each of its statements by one of these tests", () => {
  const root = join(import.meta.dirname, "..");
  const read = (pattern: string) =>
    globSync(pattern, { cwd: root }).map((path) => readFileSync(join(root, path), "utf8"));
  const declared = /^export const (\w+) = (?:guest|user|workspace|system)Command\(/gm;
  const commands = read("*/*.ts").flatMap((text) => [...text.matchAll(declared)].map(([, name]) => name ?? ""));
  const acts = read("kernel/all-or-nothing*.test.ts").join("\n");
  expect(commands.length).toBeGreaterThan(50);
  expect(commands.filter((name) => !new RegExp(`\\b${name}\\(`).test(acts))).toEqual([]);
});
