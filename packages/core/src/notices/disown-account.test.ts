import type { NoticeTemplate } from "@pronaflow/email";
import type { TestAccount, TestSystem } from "@pronaflow/testing";
import {
  asGuest,
  auditOf,
  linkTokenOf,
  mailsTo,
  makeAccount,
  openSessionFor,
  openTestSystem,
  TEST_PASSWORD,
  twentyAtOnce,
  withToken,
} from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { resetPassword } from "../identity/reset-password.ts";
import { signIn } from "../identity/sign-in.ts";
import { enqueueMails } from "../kernel/outbox.ts";
import { transact } from "../kernel/transaction.ts";
import { disownAccount } from "./disown-account.ts";
import { noticeMail } from "./notice-mail.ts";
import type { UndoChange } from "./undo-change.ts";

let system: TestSystem;
let account: TestAccount;
beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(() => system.close());
beforeEach(async () => {
  system.clock.advance({ hours: 2 });
  account = await makeAccount(system);
});

const guest = () => asGuest(system.web);
const disown = (token: string) => disownAccount(guest(), { token });

/** Sends a notice to `email`, as some command would, and gives the token of its link. */
async function notify(undo?: UndoChange, email = account.email, template: NoticeTemplate = "mfa-enabled") {
  const owner = { id: account.id, email, displayName: account.displayName, locale: "en" as const, timeZone: "UTC" };
  const mail = await transact(system.web, {}, async (tx) => {
    const written = await noticeMail(tx, guest(), owner, { template, facts: {}, ...(undo && { undo }) } as never);
    await enqueueMails(tx, guest(), [written]);
    return written;
  });
  system.clock.advance({ seconds: 1 });
  return "notMeLink" in mail.props ? (mail.props.notMeLink.split("#token=")[1] ?? "") : "";
}

const moveTo = (email: string) =>
  system.owner.query("UPDATE account SET email = $2, email_normal = $2 WHERE id = $1", [account.id, email]);

async function stateOf() {
  const { rows } = await system.owner.query("SELECT email, password_disabled_at FROM account WHERE id = $1", [
    account.id,
  ]);
  return rows[0];
}

/** Holds the account until several callers wait for it, past their first look: only then are they at once. */
async function heldUp<T>(act: () => Promise<T>): Promise<T> {
  const holder = await system.owner.connect();
  try {
    await holder.query("BEGIN");
    await holder.query("SELECT 1 FROM account WHERE id = $1 FOR UPDATE", [account.id]);
    const acting = act();
    const waiting = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    const waiters = async () => (await system.owner.query(waiting)).rowCount;
    await expect.poll(waiters, { timeout: 15_000 }).toBeGreaterThanOrEqual(5);
    await holder.query("COMMIT");
    return await acting;
  } finally {
    holder.release();
  }
}

const incidents = async () =>
  (await system.owner.query("SELECT * FROM incident WHERE account_id = $1", [account.id])).rows;

test("'this wasn't me' ends every session and token, stops the password, opens an incident and is audited", async () => {
  const token = await notify();
  const sessions = [
    await openSessionFor(system, account, system.web),
    await openSessionFor(system, account, system.web),
  ];
  await system.owner.query(
    `INSERT INTO personal_access_token (id, account_id, name, token_hash, ending, permissions, created_at, expires_at)
     VALUES ($1, $2, 'CI', $3, 'abcd', '{}', $4, $4)`,
    [system.web.random.uuid(), account.id, system.web.random.bytes(32), system.clock.now()],
  );
  await system.owner.query(
    `INSERT INTO known_device (id, account_id, token_hash, first_seen_at, last_seen_at, trusted_until)
     VALUES ($1, $2, $3, $4, $4, $5)`,
    [system.web.random.uuid(), account.id, system.web.random.bytes(32), new Date(0), new Date("2100-01-01")],
  );
  expect(await disown(token)).toEqual({ status: "secured", undone: [], resetMailed: true });
  for (const one of sessions) await expect(withToken(system.web, one)).rejects.toThrow("no live session");
  const { rows } = await system.owner.query(
    `SELECT (SELECT revoked_at FROM personal_access_token WHERE account_id = $1) AS revoked_at,
       (SELECT trusted_until FROM known_device WHERE account_id = $1) AS trusted_until`,
    [account.id],
  );
  expect(rows).toEqual([{ revoked_at: system.clock.now(), trusted_until: null }]);
  expect(await incidents()).toMatchObject([{ kind: "reported_by_owner", severity: "HIGH", state: "OPEN" }]);
  expect(await auditOf(system, account.id)).toMatchObject([
    {
      action: "account.disowned",
      actorId: account.id,
      detail: { after: { notice: "mfa-enabled", undone: [], sessionsEnded: 2, tokensRevoked: 1 } },
    },
  ]);
});

test("the password signs in again once it is reset by the link that was mailed, and not before", async () => {
  await disown(await notify());
  const enter = (password: string) => signIn(guest(), { identifier: account.email, password });
  await expect(enter(TEST_PASSWORD)).rejects.toMatchObject({ code: "INVALID_CREDENTIALS" });
  const token = await linkTokenOf(system, account.email, "account-disowned");
  await resetPassword(guest(), { token, password: "Silver-Meadow-Kettle-58" });
  expect(await enter("Silver-Meadow-Kettle-58")).toHaveProperty("token");
  expect((await stateOf()).password_disabled_at).toBeNull();
});

test("a fresh change of address is undone, and the way back goes to the address that was there before", async () => {
  const old = account.email;
  const stolen = `thief-${account.username}@example.com`;
  await moveTo(stolen);
  const token = await notify({ kind: "email", from: old, to: stolen }, old, "mfa-disabled");
  const theirs = await notify(undefined, stolen);
  expect(await disown(token)).toMatchObject({ undone: ["email"], resetMailed: true });
  expect((await stateOf()).email).toBe(old);
  expect((await mailsTo(system, old)).map(({ template }) => template)).toContain("account-disowned");
  expect((await mailsTo(system, stolen)).map(({ template }) => template)).not.toContain("account-disowned");
  // What went to the stranger since then is worth nothing.
  await expect(disown(theirs)).rejects.toMatchObject({ code: "TOKEN_INVALID", meta: { state: "used" } });
});

test("later changes are taken back with it, the newest first; what came before stays", async () => {
  const [first, second, third] = [
    account.email,
    `b-${account.username}@example.com`,
    `c-${account.username}@example.com`,
  ];
  const earlier = await notify({ kind: "totp_added" });
  const signedIn = await notify();
  await notify({ kind: "email", from: first, to: second });
  await notify({ kind: "email", from: second, to: third });
  await moveTo(third);
  expect(await disown(signedIn)).toMatchObject({ undone: ["email", "email"] });
  expect((await stateOf()).email).toBe(first);
  expect(await disown(earlier)).toMatchObject({ undone: [] });
});

test("the link works once, for 72 hours, to the second", async () => {
  const used = await notify();
  await disown(used);
  await expect(disown(used)).rejects.toMatchObject({ code: "TOKEN_INVALID", meta: { state: "used" } });
  const late = await notify();
  system.clock.advance({ hours: 72, seconds: -1 });
  await expect(disown(late)).rejects.toMatchObject({ code: "TOKEN_INVALID", meta: { state: "expired" } });
  const unknown = disown("a".repeat(32));
  await expect(unknown).rejects.toMatchObject({ code: "TOKEN_INVALID", meta: {} });
  const inTime = await notify();
  system.clock.advance({ hours: 72, seconds: -2 });
  await disown(inTime);
});

test("twenty presses at once count once: one mail, one incident, one act", async () => {
  const token = await notify();
  const { values, codes } = await heldUp(() => twentyAtOnce(() => disown(token)));
  expect(values).toHaveLength(1);
  expect(codes).toEqual(Array(19).fill("TOKEN_INVALID"));
  expect((await mailsTo(system, account.email)).filter(({ template }) => template === "account-disowned")).toHaveLength(
    1,
  );
  expect(await incidents()).toMatchObject([{ occurrences: 1 }]);
  expect(await auditOf(system, account.id)).toHaveLength(1);
});

test("a second report is counted on the open incident", async () => {
  await disown(await notify());
  await disown(await notify());
  expect(await incidents()).toMatchObject([{ kind: "reported_by_owner", occurrences: 2 }]);
});
