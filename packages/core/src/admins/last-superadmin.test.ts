import type { TestAccount, TestSystem } from "@pronaflow/testing";
import { asUser, inConsole, makeAccount, openTestSystem, twentyAtOnce } from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { removeAccount } from "../account/remove-account.ts";
import { scheduleDeletion } from "../account/schedule-deletion.ts";
import { suspendAccount } from "../accounts/index.ts";
import type { SystemContext, UserContext } from "../kernel/context.ts";
import { workerContext } from "../kernel/scope.ts";
import { transact } from "../kernel/transaction.ts";
import { changeSystemRole } from "./index.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await openTestSystem({ DATABASE_POOL_MAX: "24", DATABASE_ACQUIRE_TIMEOUT_MS: "20000" });
});
afterAll(() => system.close());

const TRIGGER = (how: "DISABLE" | "ENABLE") =>
  system.owner.query(`ALTER TABLE account ${how} TRIGGER account_last_superadmin`);

beforeEach(async () => {
  await TRIGGER("DISABLE");
  await system.owner.query("UPDATE account SET system_role = 'USER'");
  await TRIGGER("ENABLE");
});

const at = <T>(all: readonly T[], index: number): T => all[index] ?? expect.unreachable();
const reason = "The team gets smaller";

interface Named {
  account: TestAccount;
  console: SystemContext & UserContext;
  app: UserContext;
}

async function superadmins(count: number): Promise<Named[]> {
  const named: Named[] = [];
  for (let nth = 0; nth < count; nth++) {
    const account = await makeAccount(system, { systemRole: "SUPERADMIN" });
    named.push({ account, console: await inConsole(system, account), app: await asUser(system, account) });
  }
  return named;
}

async function left(): Promise<number> {
  const { rows } = await system.owner.query(`SELECT count(*)::integer AS left FROM account
    WHERE system_role = 'SUPERADMIN' AND status = 'ACTIVE' AND deletion_due_at IS NULL`);
  return rows[0].left;
}

const stepDown = ({ account, console }: Named) =>
  changeSystemRole(console, { accountId: account.id, role: "USER", reason });
const suspendNext = (by: Named, { account }: Named) => suspendAccount(by.console, { id: account.id, reason });
const leave = ({ account, app }: Named) => scheduleDeletion(app, { confirmUsername: account.username });
const putOut = (by: Named, { account }: Named) =>
  changeSystemRole(by.console, { accountId: account.id, role: "ADMIN", reason });

/** What twenty do at once; each leaves at least one who can name admins, and nobody hears anything but why. */
const WAYS: Record<string, (all: Named[], index: number) => Promise<unknown>> = {
  "step down": (all, index) => stepDown(at(all, index)),
  "delete their accounts": (all, index) => leave(at(all, index)),
  "do one or the other": (all, index) => (index % 2 ? leave(at(all, index)) : stepDown(at(all, index))),
  "suspend the next": (all, index) => suspendNext(at(all, index), at(all, (index + 1) % 20)),
  "put out the next": (all, index) => putOut(at(all, index), at(all, (index + 1) % 20)),
};
const EXPECTED = new Set(["LAST_SUPERADMIN", "FORBIDDEN", "NOT_FOUND"]);

async function walk(way: string): Promise<void> {
  const all = await superadmins(20);
  const { codes } = await twentyAtOnce(async (index) => await WAYS[way]?.(all, index));
  expect(codes.filter((code) => !EXPECTED.has(code))).toEqual([]);
  const stay = await left();
  expect(stay).toBeGreaterThanOrEqual(1);
  // Who puts out another stays themselves, unless they are put out first.
  if (!way.endsWith("the next")) expect(stay).toBe(1);
}

test.each(Object.keys(WAYS))("of twenty superadmins who all %s at once one stays", walk);

test.each(Object.keys(WAYS))(
  "the lock alone, the database's trigger taken away: of twenty who %s one stays",
  async (way) => {
    await TRIGGER("DISABLE");
    try {
      await walk(way);
    } finally {
      await TRIGGER("ENABLE");
    }
  },
);

test("the database alone: of twenty statements that take the role without asking, the last is refused under its code", async () => {
  const all = await superadmins(20);
  const { values, codes } = await twentyAtOnce((index) =>
    transact(system.admin, { system: true }, (tx) => {
      const { id } = at(all, index).account;
      if (index % 3 === 0) return tx.$executeRaw`UPDATE account SET system_role = 'ADMIN' WHERE id = ${id}::uuid`;
      if (index % 3 === 1) return tx.$executeRaw`UPDATE account SET status = 'SUSPENDED' WHERE id = ${id}::uuid`;
      return tx.$executeRaw`UPDATE account SET deletion_due_at = now() WHERE id = ${id}::uuid`;
    }),
  );
  expect({ gone: values.length, codes, left: await left() }).toEqual({ gone: 19, codes: ["LAST_SUPERADMIN"], left: 1 });
});

test("the database alone: of two who go, the second is judged once the first is gone, not while both are still there", async () => {
  const [one, two] = await superadmins(2);
  const [first, second] = [await system.owner.connect(), await system.owner.connect()];
  const step = "UPDATE account SET system_role = 'ADMIN' WHERE id = $1";
  try {
    await first.query("BEGIN");
    await first.query(step, [one?.account.id]);
    await first.query("SET CONSTRAINTS account_last_superadmin IMMEDIATE");
    let isJudged = false;
    const judged = second.query(step, [two?.account.id]).then(
      () => "gone",
      (error: { constraint?: string }) => error.constraint,
    );
    const done = judged.finally(() => {
      isJudged = true;
    });
    const waiting = "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    while (!isJudged && !(await system.owner.query(waiting)).rowCount);
    await first.query("COMMIT");
    expect({ second: await done, left: await left() }).toEqual({ second: "account_last_superadmin", left: 1 });
  } finally {
    first.release();
    second.release();
  }
});

test("the database alone: raw statements that leave nobody, also two at once and a row that is deleted", async () => {
  const [one, two] = await superadmins(2);
  const ids = [one?.account.id, two?.account.id];
  for (const sql of [
    "UPDATE account SET system_role = 'USER' WHERE id = ANY ($1)",
    "DELETE FROM account WHERE id = ANY ($1)",
    "UPDATE account SET status = 'DELETED' WHERE id = ANY ($1)",
  ]) {
    await expect(system.owner.query(sql, [ids])).rejects.toMatchObject({ constraint: "account_last_superadmin" });
  }
  // In one transaction a successor may be named after the last one went: what counts is the end.
  await system.owner.query(`BEGIN; UPDATE account SET system_role = 'USER' WHERE system_role = 'SUPERADMIN';
    UPDATE account SET system_role = 'SUPERADMIN' WHERE id = '${two?.account.id}'; COMMIT`);
  expect(await left()).toBe(1);
});

test("one who is named while they delete their account, and whoever named them steps down: one of the three is refused", async () => {
  for (let round = 0; round < 5; round++) {
    const [boss] = (await superadmins(1)) as [Named];
    const heir = await makeAccount(system);
    const heirCtx = await asUser(system, heir);
    const results = await Promise.allSettled([
      scheduleDeletion(heirCtx, { confirmUsername: heir.username }),
      changeSystemRole(boss.console, { accountId: heir.id, role: "SUPERADMIN", reason }).then(() => stepDown(boss)),
    ]);
    expect(results.filter(({ status }) => status === "rejected")).toHaveLength(1);
    expect(await left()).toBe(1);
    await TRIGGER("DISABLE");
    await system.owner.query("UPDATE account SET system_role = 'USER'");
    await TRIGGER("ENABLE");
  }
});

test("a superadmin whose 14 days are over waits while nobody else can name admins, and goes once somebody can", async () => {
  const [ana, bo] = (await superadmins(2)) as [Named, Named];
  await leave(ana);
  await expect(stepDown(bo)).rejects.toMatchObject({ code: "LAST_SUPERADMIN" });
  await expect(leave(bo)).rejects.toMatchObject({ code: "LAST_SUPERADMIN" });
  system.clock.advance({ days: 14 });
  const worker = workerContext(system.admin, system.admin.random.uuid());
  const remove = () => removeAccount(worker, { accountId: ana.account.id, reason: "Fourteen days are over" });
  // By no verb of ours: somebody at the database, with the constraint off.
  await TRIGGER("DISABLE");
  await system.owner.query("UPDATE account SET system_role = 'USER' WHERE id = $1", [bo.account.id]);
  await TRIGGER("ENABLE");
  await expect(remove()).rejects.toMatchObject({ code: "LAST_SUPERADMIN" });
  await system.owner.query("UPDATE account SET system_role = 'SUPERADMIN' WHERE id = $1", [bo.account.id]);
  system.clock.advance({ days: 7 });
  expect({ gone: await remove(), left: await left() }).toEqual({ gone: { isRemoved: true }, left: 1 });
});
