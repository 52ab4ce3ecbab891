import type { Arrange, TestSystem } from "@pronaflow/testing";
import {
  asUser,
  inConsole,
  inWorkspace,
  makeAccount,
  makeWorkspace,
  openTestSystem,
  StatementFaults,
} from "@pronaflow/testing";
import { afterAll, beforeAll, test } from "vitest";
import { requestLogExport } from "../access-log/index.ts";
import { removeAvatar, setAvatar } from "../account/index.ts";
import { expireOwnership } from "../ownership/expire-ownership.ts";
import { cancelOwnership, declineOwnership, nameHeir, offerOwnership } from "../ownership/index.ts";
import { removeLogo, setLogo } from "../settings/index.ts";
import { holdWorkspace, releaseWorkspace } from "../system/index.ts";
import { workerContext } from "./scope.ts";

let system: TestSystem;
let faults: StatementFaults;
const reason = "Looked after";
const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

beforeAll(async () => {
  system = await openTestSystem({ DATABASE_ACQUIRE_TIMEOUT_MS: "4000" });
  faults = new StatementFaults(system);
});
afterAll(() => system.close());

async function house() {
  const [owner, admin] = [await makeAccount(system), await makeAccount(system)];
  const { id } = await makeWorkspace(system, owner, [{ account: admin, role: "ADMIN" }]);
  const sql = "SELECT id FROM membership WHERE workspace_id = $1 AND account_id = $2";
  const memberId = String((await system.owner.query(sql, [id, admin.id])).rows[0].id);
  return { id, owner, admin, memberId, ctx: await inWorkspace(await asUser(system, owner), id) };
}

/** Ownership that waits to be taken. */
async function offered() {
  const made = await house();
  const offer = await offerOwnership(made.ctx, { id: made.id, memberId: made.memberId });
  return { ...made, offerId: offer.id };
}

const superadmin = async () => await inConsole(system, await makeAccount(system, { systemRole: "SUPERADMIN" }));

const ACTS: Record<string, Arrange> = {
  async cancelOwnership() {
    const { ctx, id } = await offered();
    return () => cancelOwnership(ctx, { id });
  },
  async declineOwnership() {
    const { id, admin, offerId } = await offered();
    const ctx = await inWorkspace(await asUser(system, admin), id);
    return () => declineOwnership(ctx, { id: offerId });
  },
  async expireOwnership() {
    const { offerId } = await offered();
    system.clock.advance({ days: 7 });
    const ctx = workerContext(system.admin, system.web.random.uuid());
    return () => expireOwnership(ctx, { id: offerId, reason });
  },
  async nameHeir() {
    const { ctx, id, memberId } = await house();
    return () => nameHeir(ctx, { id, memberId });
  },
  async holdWorkspace() {
    const { id } = await house();
    const ctx = await superadmin();
    return () => holdWorkspace(ctx, { id, reason });
  },
  async releaseWorkspace() {
    const { id } = await house();
    const ctx = await superadmin();
    await holdWorkspace(ctx, { id, reason });
    return () => releaseWorkspace(ctx, { id, reason });
  },
  async removeLogo() {
    const { ctx, id } = await house();
    await setLogo(ctx, { id, contentType: "image/png", data: PIXEL });
    return () => removeLogo(ctx, { id });
  },
  async setAvatar() {
    const ctx = await asUser(system, await makeAccount(system));
    return () => setAvatar(ctx, { contentType: "image/png", data: PIXEL });
  },
  async removeAvatar() {
    const ctx = await asUser(system, await makeAccount(system));
    await setAvatar(ctx, { contentType: "image/png", data: PIXEL });
    return () => removeAvatar(ctx, {});
  },
  async requestLogExport() {
    const { ctx, id } = await house();
    return () => requestLogExport(ctx, { id, format: "csv" });
  },
};

test.each(Object.entries(ACTS))(
  "%s, broken before and after each of its statements, is done whole or not at all",
  async (_name, arrange) => await faults.proveAllOrNothing(arrange),
);
