import type { TestAccount, TestSystem, TestWorkspace } from "@pronaflow/testing";
import { asUser, blocksRead, inWorkspace, makeAccount, makeWorkspace, openTestSystem } from "@pronaflow/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { WorkspaceContext } from "../kernel/context.ts";
import { listMembers } from "./index.ts";

let system: TestSystem;
let owner: TestAccount;
let crowd: TestWorkspace;
let ctx: WorkspaceContext;
const PEOPLE = 10_000;

beforeAll(async () => {
  system = await openTestSystem();
  owner = await makeAccount(system, { displayName: "Ana Founder" });
  crowd = await makeWorkspace(system, owner);
  await fill(crowd.id, PEOPLE - 1);
  ctx = await inWorkspace(await asUser(system, owner), crowd.id);
}, 120_000);
afterAll(() => system.close());

/** Many people of one workspace, several of them to one microsecond of joining. */
async function fill(workspaceId: string, count: number) {
  await system.owner.query(
    `WITH people AS (
       INSERT INTO account (id, email, email_normal, username, username_skeleton, display_name, status, email_verified_at,
         created_at, updated_at)
       SELECT gen_random_uuid(), 'crowd-' || n || '@example.org', 'crowd-' || n || '@example.org', 'crowd-' || n,
         'crowd-' || n, CASE WHEN n = 7 THEN 'Đặng Thị 100%_Real' ELSE 'Crowd ' || n END, 'ACTIVE', now(), now(), now()
       FROM generate_series(1, $2::integer) n RETURNING id, username)
     INSERT INTO membership (workspace_id, account_id, id, role, state, joined_at)
     SELECT $1, p.id, gen_random_uuid(), (CASE WHEN n % 1000 = 0 THEN 'ADMIN' WHEN n % 3 = 0 THEN 'GUEST' ELSE 'MEMBER' END)::"Role",
       (CASE WHEN n % 100 = 1 THEN 'DEACTIVATED' ELSE 'ACTIVE' END)::"MembershipState",
       timestamptz '2026-03-01 10:00:00.000001+00' + (n / 5) * interval '1 microsecond'
     FROM people p, LATERAL (SELECT split_part(p.username, '-', 2)::integer AS n) s`,
    [workspaceId, count],
  );
  await system.owner.query("ANALYZE account, membership");
}

async function walk(input: Omit<Parameters<typeof listMembers>[1], "id" | "cursor">) {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listMembers(ctx, { id: crowd.id, ...input, cursor });
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return seen;
}

test("pages hold everyone once, in the order they joined, whoever joined in the same microsecond", async () => {
  const seen = await walk({ limit: 100 });
  expect(seen).toHaveLength(PEOPLE);
  const { rows } = await system.owner.query<{ id: string }>(
    "SELECT id FROM membership WHERE workspace_id = $1 ORDER BY joined_at, id",
    [crowd.id],
  );
  expect(seen).toEqual(rows.map(({ id }) => id));
});

test("a page goes on where it ended, though its last member was removed meanwhile", async () => {
  const first = await listMembers(ctx, { id: crowd.id, limit: 3 });
  const whole = await listMembers(ctx, { id: crowd.id, limit: 6 });
  const last = first.items.at(-1) ?? expect.unreachable();
  const { rows } = await system.owner.query("DELETE FROM membership m WHERE id = $1 RETURNING to_jsonb(m) AS row", [
    last.id,
  ]);
  const next = await listMembers(ctx, { id: crowd.id, limit: 3, cursor: first.nextCursor ?? undefined });
  expect(next.items).toEqual(whole.items.slice(3));
  // Put back as it was, for the tests below.
  const back = "INSERT INTO membership SELECT * FROM jsonb_populate_record(NULL::membership, $1)";
  await system.owner.query(back, [JSON.stringify(rows[0]?.row)]);
});

test("filters by role and state, and both with a search", async () => {
  expect(await walk({ role: "ADMIN", limit: 4 })).toHaveLength(9);
  expect(await walk({ state: "DEACTIVATED", limit: 100 })).toHaveLength(100);
  const both = await listMembers(ctx, { id: crowd.id, role: "GUEST", state: "DEACTIVATED", q: "crowd-201@" });
  expect(both.items.map(({ username }) => username)).toEqual(["crowd-201"]);
});

test.each([
  ["by name, whatever its case and marks", "đặng thị", "crowd-7"],
  ["by what LIKE would read as a pattern", "100%_", "crowd-7"],
  ["by username", "CROWD-4321", "crowd-4321"],
  ["by address", "crowd-77@", "crowd-77"],
])("finds %s", async (_, q, username) => {
  const { items } = await listMembers(ctx, { id: crowd.id, q });
  expect(items.map((one) => one.username)).toEqual([username]);
});

test("nothing matches: an empty page without a next one", async () => {
  expect(await listMembers(ctx, { id: crowd.id, q: "nobody %" })).toEqual({ items: [], nextCursor: null });
});

test("the one who can neither go nor step down is marked, as long as there is no other", async () => {
  const { items } = await listMembers(ctx, { id: crowd.id, role: "OWNER" });
  expect(items).toMatchObject([{ accountId: owner.id, isSoleOwner: true, role: "OWNER", endsAt: null }]);
  const other = await makeAccount(system);
  await system.owner.query(
    "INSERT INTO membership (workspace_id, account_id, id, role, joined_at) VALUES ($1, $2, $3, 'OWNER', now())",
    [crowd.id, other.id, system.web.random.uuid()],
  );
  const { items: both } = await listMembers(ctx, { id: crowd.id, role: "OWNER" });
  expect(both.map(({ isSoleOwner }) => isSoleOwner)).toEqual([false, false]);
  await system.owner.query("DELETE FROM membership WHERE account_id = $1", [other.id]);
});

test.each(["", "zzz", Buffer.from("2026-13-45 99:00:00+00|x").toString("base64url"), "e30"])(
  "a cursor that is none of ours is refused: %j",
  async (cursor) => {
    if (cursor === "") expect((await listMembers(ctx, { id: crowd.id, cursor, limit: 1 })).items).toHaveLength(1);
    else {
      const asked = listMembers(ctx, { id: crowd.id, cursor });
      await expect(asked).rejects.toMatchObject({ code: "INVALID_INPUT", fields: { cursor: ["INVALID"] } });
    }
  },
);

test("each is shown with their own picture, and who has none without", async () => {
  const version = "0123456789abcdef0123456789abcdef";
  await system.owner.query(
    "INSERT INTO account_avatar (account_id, version, image, updated_at) VALUES ($1, $2, '\\x00', now())",
    [owner.id, version],
  );
  const { items } = await listMembers(ctx, { id: crowd.id, limit: 100 });
  const shown = items.filter(({ avatar }) => avatar !== null);
  expect(shown.map(({ accountId, avatar }) => [accountId, avatar])).toEqual([
    [owner.id, `/api/pictures/accounts/${owner.id}/${version}`],
  ]);
});

test("a Guest may not see the members, and hears who may", async () => {
  const guest = await makeAccount(system);
  const space = await makeWorkspace(system, owner, [{ account: guest, role: "GUEST" }]);
  const inside = await inWorkspace(await asUser(system, guest), space.id);
  await expect(listMembers(inside, { id: space.id })).rejects.toMatchObject({
    code: "FORBIDDEN",
    meta: { permission: "members.view", grantedBy: ["OWNER", "ADMIN"] },
  });
  await expect(listMembers(ctx, { id: space.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

const PAGE = "SELECT * FROM list_members($1, $2, $3, NULL, $4, $5, $6, 51)";

interface Asked {
  role?: string;
  pattern?: string;
  from?: number;
}

/** What one page reads; the place where it begins is that of the n-th who joined. */
async function pageReads({ role, pattern, from = 0 }: Asked) {
  const { rows } = await system.owner.query<{ key: string; id: string }>(
    "SELECT joined_at::text AS key, id FROM membership WHERE workspace_id = $1 ORDER BY joined_at, id OFFSET $2 LIMIT 1",
    [crowd.id, from],
  );
  const after = from === 0 ? undefined : rows[0];
  return await blocksRead(system, PAGE, [
    owner.id,
    crowd.id,
    role ?? null,
    pattern ?? null,
    after?.key ?? null,
    after?.id ?? null,
  ]);
}

test.each<[string, Asked]>([
  ["the first page", {}],
  ["a page of one role", { role: "GUEST" }],
  ["a search that many match", { pattern: "%crowd%" }],
])("of ten thousand, %s reads its own rows alone", async (_, asked) => {
  // 51 rows by the index of the order, each with its account by key: nothing in proportion to the ten thousand.
  expect(await pageReads(asked)).toBeLessThan(700);
});

test("of ten thousand, a page in the middle reads no more than the second: it passes nobody on its way", async () => {
  const [second, middle] = [await pageReads({ from: 50 }), await pageReads({ from: PEOPLE / 2 })];
  expect(middle).toBeLessThan(second + 20);
});
