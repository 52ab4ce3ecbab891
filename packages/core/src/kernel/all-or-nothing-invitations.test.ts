import type { Arrange, TestAccount, TestSystem } from "@pronaflow/testing";
import {
  asGuest,
  asUser,
  inWorkspace,
  linkTokenOf,
  makeAccount,
  makeWorkspace,
  openTestSystem,
  StatementFaults,
} from "@pronaflow/testing";
import { afterAll, beforeAll, test } from "vitest";
import {
  acceptInvitation,
  askForInvitation,
  changeInvitation,
  declineInvitation,
  expireInvitation,
  inviteMembers,
  resendInvitation,
  revokeInvitation,
  voidInvitation,
} from "../invitations/index.ts";
import { workerContext } from "./scope.ts";

let system: TestSystem;
let faults: StatementFaults;
const reason = "Looked after";

beforeAll(async () => {
  system = await openTestSystem({ DATABASE_ACQUIRE_TIMEOUT_MS: "4000" });
  faults = new StatementFaults(system);
});
afterAll(() => system.close());

async function house() {
  const owner = await makeAccount(system);
  const { id } = await makeWorkspace(system, owner);
  return { id, owner, ctx: await inWorkspace(await asUser(system, owner), id) };
}

/** A workspace with one pending invitation to someone who has an account. */
async function invited() {
  const { id, owner, ctx } = await house();
  const invitee: TestAccount = await makeAccount(system);
  await inviteMembers(ctx, { id, emails: [invitee.email], role: "VIEWER" });
  const sql = "SELECT id FROM invitation WHERE workspace_id = $1";
  const invitationId = String((await system.owner.query(sql, [id])).rows[0].id);
  const token = await linkTokenOf(system, invitee.email, "invitation");
  return { id, owner, ctx, invitee, invitationId, token };
}

const ACTS: Record<string, Arrange> = {
  async inviteMembers() {
    const { id, ctx } = await house();
    return () => inviteMembers(ctx, { id, emails: [`${system.web.random.uuid()}@example.com`], role: "GUEST" });
  },
  async changeInvitation() {
    const { id, ctx, invitationId } = await invited();
    return () => changeInvitation(ctx, { id, invitationId, role: "MEMBER" });
  },
  async resendInvitation() {
    const { id, ctx, invitationId } = await invited();
    return () => resendInvitation(ctx, { id, invitationId });
  },
  async revokeInvitation() {
    const { id, ctx, invitationId } = await invited();
    return () => revokeInvitation(ctx, { id, invitationId });
  },
  async acceptInvitation() {
    const { invitee, token } = await invited();
    const ctx = await asUser(system, invitee);
    return () => acceptInvitation(ctx, { token });
  },
  async declineInvitation() {
    const { token } = await invited();
    return () => declineInvitation(asGuest(system.web), { token });
  },
  async askForInvitation() {
    const { token } = await invited();
    const ctx = await asUser(system, await makeAccount(system));
    return () => askForInvitation(ctx, { token });
  },
  async expireInvitation() {
    const { id, invitationId } = await invited();
    system.clock.advance({ days: 3 });
    return () => expireInvitation(workerContext(system.admin, "test"), { id, invitationId, reason });
  },
  async voidInvitation() {
    const { id, owner, invitationId } = await invited();
    await system.owner.query("UPDATE account SET status = 'SUSPENDED', suspended_at = now() WHERE id = $1", [owner.id]);
    return () => voidInvitation(workerContext(system.admin, "test"), { id, invitationId, reason });
  },
};

test.each(Object.entries(ACTS))(
  "%s is done whole or not at all, whichever of its statements fails, before or after",
  { timeout: 240_000 },
  async (_name, arrange) => await faults.proveAllOrNothing(arrange),
);
