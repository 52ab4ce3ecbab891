import type { TestAccount, TestSystem, TestWorkspace } from "@pronaflow/testing";
import {
  asUser,
  inWorkspace,
  linkTokenOf,
  makeAccount,
  makeWorkspace,
  openTestSystem,
  twentyAtOnce,
} from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { acceptInvitation, inviteMembers } from "../invitations/index.ts";
import type { WorkspaceContext } from "../kernel/context.ts";
import { changeMembers, deactivateMember, reactivateMember } from "./index.ts";

let system: TestSystem;
let people: TestAccount[];
let space: TestWorkspace;
let owner: WorkspaceContext;
let memberIds: string[];

beforeAll(async () => {
  system = await openTestSystem({ DATABASE_POOL_MAX: "24", DATABASE_ACQUIRE_TIMEOUT_MS: "20000" });
});
afterAll(() => system.close());
beforeEach(async () => {
  await system.owner.query("DELETE FROM rate_limit");
  people = [];
  for (let nth = 0; nth < 20; nth++) people.push(await makeAccount(system));
  const founder = await makeAccount(system);
  space = await makeWorkspace(
    system,
    founder,
    people.map((account) => ({ account, role: "MEMBER" as const })),
  );
  owner = await inWorkspace(await asUser(system, founder), space.id);
  const { rows } = await system.owner.query<{ id: string }>(
    "SELECT id FROM membership WHERE workspace_id = $1 AND role = 'MEMBER'",
    [space.id],
  );
  memberIds = rows.map(({ id }) => id);
});

const nth = <T>(all: readonly T[], index: number): T => all[index] ?? expect.unreachable();

async function allow(seats: number | null): Promise<void> {
  await system.owner.query(
    `INSERT INTO workspace_billing (workspace_id, seats_allowed, updated_at) VALUES ($1, $2, now())
     ON CONFLICT (workspace_id) DO UPDATE SET seats_allowed = excluded.seats_allowed`,
    [space.id, seats],
  );
}

async function taken(): Promise<number> {
  const { rows } = await system.owner.query<{ taken: number }>(
    "SELECT count(*)::integer AS taken FROM membership WHERE workspace_id = $1 AND state = 'ACTIVE'",
    [space.id],
  );
  return rows[0]?.taken ?? 0;
}

const emptyAll = () => changeMembers(owner, { id: space.id, memberIds, active: false });

test("twenty who are let back at once fill the seats there are, and no other", async () => {
  await emptyAll();
  await allow(4);
  const { values, codes } = await twentyAtOnce((index) =>
    reactivateMember(owner, { id: space.id, memberId: nth(memberIds, index) }),
  );
  expect(values).toHaveLength(3);
  expect(codes).toEqual(Array.from({ length: 17 }, () => "NO_SEAT_LEFT"));
  expect(await taken()).toBe(4);
});

test("newcomers and those who come back at once share the seats", async () => {
  await emptyAll();
  const guests: TestAccount[] = [];
  for (let made = 0; made < 10; made++) guests.push(await makeAccount(system));
  await inviteMembers(owner, { id: space.id, emails: guests.map(({ email }) => email), role: "GUEST" });
  const links: (() => Promise<unknown>)[] = [];
  for (const guest of guests) {
    const [ctx, token] = [await asUser(system, guest), await linkTokenOf(system, guest.email, "invitation")];
    links.push(() => acceptInvitation(ctx, { token }));
  }
  await allow(6);
  const { values, codes } = await twentyAtOnce<unknown>((index) =>
    index % 2
      ? nth(links, (index - 1) / 2)()
      : reactivateMember(owner, { id: space.id, memberId: nth(memberIds, index) }),
  );
  expect(values).toHaveLength(5);
  expect(new Set(codes)).toEqual(new Set(["NO_SEAT_LEFT"]));
  expect(await taken()).toBe(6);
});

test("who is let back into a full workspace is told so, row by row; a seat that is given up is free", async () => {
  const [first, second] = [nth(memberIds, 0), nth(memberIds, 1)];
  await deactivateMember(owner, { id: space.id, memberId: first });
  await allow(20);
  const { results } = await changeMembers(owner, { id: space.id, memberIds: [first, second], active: true });
  expect(results).toEqual([
    { memberId: first, code: "NO_SEAT_LEFT" },
    { memberId: second, code: null },
  ]);
  await deactivateMember(owner, { id: space.id, memberId: second });
  expect(await reactivateMember(owner, { id: space.id, memberId: first })).toMatchObject({ state: "ACTIVE" });
  await allow(null);
  expect(await reactivateMember(owner, { id: space.id, memberId: second })).toMatchObject({ state: "ACTIVE" });
});
