import type { Role } from "@pronaflow/contract";
import type { Arrange, TestSystem } from "@pronaflow/testing";
import { asUser, inWorkspace, makeAccount, makeWorkspace, openTestSystem, StatementFaults } from "@pronaflow/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { endMember } from "../members/end-member.ts";
import {
  askForPermission,
  changeRole,
  deactivateMember,
  leaveWorkspace,
  reactivateMember,
  removeMember,
  setMemberEnd,
} from "../members/index.ts";
import { workerContext } from "./scope.ts";

let system: TestSystem;
let faults: StatementFaults;
beforeAll(async () => {
  system = await openTestSystem({ DATABASE_ACQUIRE_TIMEOUT_MS: "4000" });
  faults = new StatementFaults(system);
});
afterAll(() => system.close());

/** An Owner in a workspace with one more member, and that member. */
async function arrange(role: Role = "GUEST", set = "role = role") {
  const [owner, other] = [await makeAccount(system), await makeAccount(system)];
  const { id } = await makeWorkspace(system, owner, [{ account: other, role }]);
  const { rows } = await system.owner.query<{ id: string }>(
    `UPDATE membership SET ${set} WHERE workspace_id = $1 AND account_id = $2 RETURNING id`,
    [id, other.id],
  );
  const memberId = rows[0]?.id ?? expect.unreachable();
  const ctx = await inWorkspace(await asUser(system, owner), id);
  return { id, memberId, ctx, other, input: { id, memberId } };
}

const ACTS: Record<string, Arrange> = {
  async changeRole() {
    const { ctx, input } = await arrange();
    return () => changeRole(ctx, { ...input, role: "ADMIN" });
  },
  async deactivateMember() {
    const { ctx, input } = await arrange();
    return () => deactivateMember(ctx, input);
  },
  async reactivateMember() {
    const { ctx, input } = await arrange("MEMBER", "state = 'DEACTIVATED'");
    return () => reactivateMember(ctx, input);
  },
  async removeMember() {
    const { ctx, input } = await arrange();
    return () => removeMember(ctx, input);
  },
  async leaveWorkspace() {
    const { id, other } = await arrange("OWNER");
    const ctx = await inWorkspace(await asUser(system, other), id);
    return () => leaveWorkspace(ctx, { id });
  },
  async setMemberEnd() {
    const { ctx, input } = await arrange();
    return () => setMemberEnd(ctx, { ...input, endsAt: "2027-01-01T00:00:00.000Z" });
  },
  async askForPermission() {
    const { id, other } = await arrange();
    const ctx = await inWorkspace(await asUser(system, other), id);
    return () => askForPermission(ctx, { id, permission: "members.view" });
  },
  async endMember() {
    const { id: workspaceId, memberId } = await arrange("GUEST", "ends_at = '2026-03-01T09:00:00Z'");
    const worker = workerContext(system.admin, system.admin.random.uuid());
    return () => endMember(worker, { workspaceId, memberId, reason: "The end has come" });
  },
};

test.each(Object.entries(ACTS))(
  "%s is done whole or not at all, whichever of its statements fails, before or after",
  { timeout: 240_000 },
  async (_name, act) => await faults.proveAllOrNothing(act),
);
