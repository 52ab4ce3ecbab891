import { totpCode } from "@pronaflow/auth";
import type { Arrange, TestAccount, TestSystem, TestWorkspace } from "@pronaflow/testing";
import {
  asGuest,
  asUser,
  giveTotp,
  inConsole,
  inWorkspace,
  linkTokenOf,
  makeAccount,
  makeWorkspace,
  openTestSystem,
  StatementFaults,
  TEST_PASSWORD,
} from "@pronaflow/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as factors from "../factors/index.ts";
import * as identity from "../identity/index.ts";
import { disownAccount } from "../notices/index.ts";
import * as ownership from "../ownership/index.ts";
import * as sessions from "../sessions/index.ts";
import { setLogo, updateBilling, updatePolicy, updateSettings } from "../settings/index.ts";
import { restoreWorkspace } from "../system/index.ts";
import * as workspaces from "../workspaces/index.ts";

let system: TestSystem;
let ana: TestAccount;
let space: TestWorkspace;

let faults: StatementFaults;

beforeAll(async () => {
  system = await openTestSystem({ DATABASE_ACQUIRE_TIMEOUT_MS: "4000" });
  faults = new StatementFaults(system);
});
afterAll(() => system.close());

/** One pixel, PNG. */
const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

const ACTS: Record<string, Arrange> = {
  async registerAccount() {
    const name = `new-${system.web.random.uuid().slice(-8)}`;
    const input = {
      email: `${name}@example.com`,
      username: name,
      displayName: "New",
      password: "Blue-Canal-Ladder-31",
    };
    return () => identity.registerAccount(asGuest(system.web), input);
  },
  async verifyEmail() {
    const act = (await ACTS.registerAccount?.()) ?? expect.unreachable();
    await act();
    const { rows } = await system.owner.query("SELECT email FROM account ORDER BY id DESC LIMIT 1");
    const token = await linkTokenOf(system, rows[0].email, "verify-email");
    return () => identity.verifyEmail(asGuest(system.web), { token });
  },
  async signIn() {
    return () => identity.signIn(asGuest(system.web), { identifier: ana.email, password: TEST_PASSWORD });
  },
  async disownAccount() {
    const input = { currentPassword: TEST_PASSWORD, newPassword: "Blue-Canal-Ladder-31" };
    await identity.changePassword(await asUser(system, ana), input);
    const token = await linkTokenOf(system, ana.email, "password-changed", "notMeLink");
    return () => disownAccount(asGuest(system.web), { token });
  },
  async signOut() {
    const ctx = await asUser(system, ana);
    return () => identity.signOut(ctx, {});
  },
  async changePassword() {
    const ctx = await asUser(system, ana);
    const input = { currentPassword: TEST_PASSWORD, newPassword: "Blue-Canal-Ladder-31" };
    return () => identity.changePassword(ctx, input);
  },
  async confirmMfa() {
    const ctx = await asUser(system, ana);
    const { secret } = await factors.enableMfa(ctx, { password: TEST_PASSWORD });
    return () => factors.confirmMfa(ctx, { code: totpCode(secret, system.clock.now()) });
  },
  async verifyMfa() {
    const { code } = await giveTotp(system, ana);
    const guest = asGuest(system.web);
    const begun = await identity.signIn(guest, { identifier: ana.email, password: TEST_PASSWORD });
    const challengeId = "mfaRequired" in begun ? begun.challengeId : expect.unreachable();
    return () => factors.verifyMfa(guest, { challengeId, code: code(), trustDevice: true });
  },
  async disableMfa() {
    const ctx = await asUser(system, ana);
    const { code } = await giveTotp(system, ana);
    return () => factors.disableMfa(ctx, { password: TEST_PASSWORD, code: code() });
  },
  async updateProfile() {
    const ctx = await asUser(system, ana);
    return () => identity.updateProfile(ctx, { displayName: "Renamed" });
  },
  async revokeSessions() {
    await asUser(system, ana);
    const ctx = await asUser(system, ana);
    return () => sessions.revokeSessions(ctx, { keepCurrent: true });
  },
  async createWorkspace() {
    const ctx = await asUser(system, ana);
    return () => workspaces.createWorkspace(ctx, { name: "Second" });
  },
  async updateWorkspace() {
    const ctx = await inWorkspace(await asUser(system, ana), space.id);
    return () => workspaces.updateWorkspace(ctx, { id: space.id, name: "Renamed", slug: `${space.slug}-b` });
  },
  async openWorkspace() {
    const ctx = await inWorkspace(await asUser(system, ana), space.id);
    return () => workspaces.openWorkspace(ctx, { slug: space.slug });
  },
  async deleteWorkspace() {
    const ctx = await inWorkspace(await asUser(system, ana), space.id);
    return () => workspaces.deleteWorkspace(ctx, { id: space.id, confirmName: space.name });
  },
  async setLogo() {
    const ctx = await inWorkspace(await asUser(system, ana), space.id);
    return () => setLogo(ctx, { id: space.id, contentType: "image/png", data: PIXEL });
  },
  async updateSettings() {
    const ctx = await inWorkspace(await asUser(system, ana), space.id);
    return () => updateSettings(ctx, { id: space.id, dayStart: "22:00", dayEnd: "06:00" });
  },
  async updateBilling() {
    const ctx = await inWorkspace(await asUser(system, ana), space.id);
    return () => updateBilling(ctx, { id: space.id, legalName: "Acme GmbH" });
  },
  async updatePolicy() {
    const ctx = await inWorkspace(await asUser(system, ana), space.id);
    return () => updatePolicy(ctx, { id: space.id, sessionMaxMinutes: 60 });
  },
  async undeleteWorkspace() {
    const ctx = await inWorkspace(await asUser(system, ana), space.id);
    await workspaces.deleteWorkspace(ctx, { id: space.id, confirmName: space.name });
    return () => workspaces.undeleteWorkspace(ctx, { id: space.id });
  },
  async acceptOwnership() {
    const bo = await makeAccount(system);
    const shared = await makeWorkspace(system, ana, [{ account: bo, role: "MEMBER" }]);
    const { rows } = await system.owner.query("SELECT id FROM membership WHERE account_id = $1", [bo.id]);
    const giver = await inWorkspace(await asUser(system, ana), shared.id);
    const { id } = await ownership.offerOwnership(giver, { id: shared.id, memberId: rows[0].id });
    const taker = await inWorkspace(await asUser(system, bo), shared.id);
    return () => ownership.acceptOwnership(taker, { id });
  },
  async restoreWorkspace() {
    const ctx = await inWorkspace(await asUser(system, ana), space.id);
    await workspaces.deleteWorkspace(ctx, { id: space.id, confirmName: space.name });
    const admin = await inConsole(system, await makeAccount(system, { systemRole: "ADMIN" }));
    return () => restoreWorkspace(admin, { id: space.id, reason: "Asked by its owner" });
  },
};

test.each(Object.entries(ACTS))(
  "%s is done whole or not at all, whichever of its statements fails, before or after",
  { timeout: 240_000 },
  async (_name, arrange) => {
    await faults.proveAllOrNothing(async () => {
      ana = await makeAccount(system);
      space = await makeWorkspace(system, ana);
      return await arrange();
    });
  },
);
