import type { TestAccount, TestSystem } from "@pronaflow/testing";
import {
  asGuest,
  asUser,
  auditOf,
  linkTokenOf,
  mailsTo,
  makeAccount,
  openTestSystem,
  TEST_PASSWORD,
  twentyAtOnce,
  withToken,
} from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { registerAccount } from "../identity/register-account.ts";
import { signIn } from "../identity/sign-in.ts";
import type { UserContext } from "../kernel/context.ts";
import * as account from "./index.ts";

let system: TestSystem;
let ana: TestAccount;
let ctx: UserContext;
let wanted: string;
let count = 0;

beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(() => system.close());
beforeEach(async () => {
  system.clock.advance({ hours: 2 });
  ana = await makeAccount(system);
  ctx = await asUser(system, ana);
  wanted = `new-${++count}@example.com`;
});

const guest = () => asGuest(system.web);
const ask = (by = ctx, email = wanted) => account.requestEmailChange(by, { email });
const confirmToken = (email = wanted) => linkTokenOf(system, email, "email-change-confirm");
const undoToken = (template = "email-change-requested") => linkTokenOf(system, ana.email, template, "undoLink");
const changed = async () => {
  await ask();
  await account.confirmEmailChange(guest(), { token: await confirmToken() });
};
const register = async (email: string) => {
  const username = `someone-${++count}`;
  await registerAccount(guest(), { email, username, displayName: "S", password: "Blue-Canal-Ladder-31" });
  return (await system.owner.query("SELECT FROM account WHERE username = $1", [username])).rowCount === 1;
};
const addressOf = async (id = ana.id) =>
  (await system.owner.query("SELECT email FROM account WHERE id = $1", [id])).rows[0].email;
const invalid = { code: "TOKEN_INVALID" };

test("the new address proves itself, the others' sessions end and the asking one is renewed", async () => {
  const elsewhere = await asUser(system, ana);
  await ask();
  expect(await account.getEmailChange(ctx)).toMatchObject({ state: "waiting", toEmail: wanted });
  expect(await addressOf()).toBe(ana.email);
  const answer = await account.confirmEmailChange(ctx, { token: await confirmToken() });
  expect(answer).toMatchObject({ status: "confirmed", email: wanted });
  expect(await addressOf()).toBe(wanted);
  const { rows } = await system.owner.query("SELECT id FROM session WHERE account_id = $1", [ana.id]);
  expect(rows).toEqual([{ id: ctx.actor.session.id }]);
  expect(rows).not.toContainEqual({ id: elsewhere.actor.session.id });
  expect((await withToken(system.web, answer.token ?? "")).actor.account.email).toBe(wanted);
  expect(await account.getEmailChange(ctx)).toMatchObject({ state: "changed", fromEmail: ana.email });
  expect((await mailsTo(system, ana.email)).map(({ template }) => template)).toEqual([
    "email-change-requested",
    "email-changed",
  ]);
  const rowsOf = (await auditOf(system, ana.id)).map(({ action, detail }) => ({ action, after: detail.after }));
  expect(rowsOf).toMatchObject([
    { action: "email_change.requested", after: { email: wanted } },
    { action: "email_change.confirmed", after: { email: wanted } },
  ]);
});

test("it asks for a fresh proof, and for another address than one's own in whatever form", async () => {
  await expect(ask(ctx, ana.email.toUpperCase())).rejects.toMatchObject({
    code: "INVALID_INPUT",
    fields: { email: ["EMAIL_UNCHANGED"] },
  });
  system.clock.advance({ minutes: 10, milliseconds: 1 });
  await expect(ask()).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
});

test("the link works once under twenty, for a day, and only until another is asked for", async () => {
  await ask();
  const first = await confirmToken();
  await ask();
  const second = await confirmToken();
  await expect(account.confirmEmailChange(guest(), { token: first })).rejects.toMatchObject(invalid);
  const { values, codes } = await twentyAtOnce(() => account.confirmEmailChange(guest(), { token: second }));
  expect(values).toHaveLength(1);
  expect(new Set(codes)).toEqual(new Set(["TOKEN_INVALID"]));
  const bo = await makeAccount(system);
  const late = `late-${wanted}`;
  await ask(await asUser(system, bo), late);
  system.clock.advance({ hours: 24 });
  await expect(account.confirmEmailChange(guest(), { token: await confirmToken(late) })).rejects.toMatchObject(invalid);
});

test("a taken address gets the same answer and the same waiting change; its owner a mail without a link", async () => {
  const bo = await makeAccount(system);
  expect(await ask(ctx, bo.email)).toEqual({ status: "accepted" });
  expect(await account.getEmailChange(ctx)).toMatchObject({ state: "waiting", toEmail: bo.email });
  expect((await mailsTo(system, bo.email)).map(({ template }) => template)).toEqual(["already-registered"]);
});

test("of twenty who prove one address at once, one gets it", async () => {
  const tokens: string[] = [];
  for (let index = 0; index < 20; index++) {
    system.clock.advance({ minutes: 13 });
    await ask(await asUser(system, await makeAccount(system)));
    tokens.push(await confirmToken());
  }
  expect(new Set(tokens).size).toBe(20);
  const { values, codes } = await twentyAtOnce((at) =>
    account.confirmEmailChange(guest(), { token: tokens[at] ?? "" }),
  );
  expect(values).toHaveLength(1);
  expect(new Set(codes)).toEqual(new Set(["TOKEN_INVALID"]));
  const { rowCount } = await system.owner.query("SELECT FROM account WHERE email_normal = $1", [wanted]);
  expect(rowCount).toBe(1);
});

test("the old address takes it back for 72 hours: sessions end and the password waits for its reset", async () => {
  await changed();
  await asUser(system, ana);
  system.clock.advance({ hours: 72, milliseconds: -1 });
  const token = await undoToken("email-changed");
  expect(token).toBe(await undoToken());
  const { values } = await twentyAtOnce(() => account.undoEmailChange(guest(), { token }));
  expect(values).toEqual([{ status: "restored" }]);
  expect(await addressOf()).toBe(ana.email);
  await expect(signIn(guest(), { identifier: ana.email, password: TEST_PASSWORD })).rejects.toMatchObject({
    code: "INVALID_CREDENTIALS",
  });
  const count = "SELECT FROM session WHERE account_id = $1";
  expect((await system.owner.query(count, [ana.id])).rowCount).toBe(0);
  const incidents = await system.owner.query("SELECT kind FROM incident WHERE account_id = $1", [ana.id]);
  expect(incidents.rows).toEqual([{ kind: "email_change_undone" }]);
  expect((await mailsTo(system, ana.email)).at(-1)?.template).toBe("email-change-undone");
  expect(await register(wanted)).toBe(true);
});

test("after 72 hours, or its approval, the old address takes nothing back", async () => {
  await changed();
  const token = await undoToken();
  await account.approveEmailChange(guest(), { token });
  await expect(account.undoEmailChange(guest(), { token })).rejects.toMatchObject(invalid);
  await expect(account.approveEmailChange(guest(), { token })).rejects.toMatchObject(invalid);
  expect(await register(ana.email)).toBe(true);
  ana = await makeAccount(system);
  ctx = await asUser(system, ana);
  wanted = `later-${wanted}`;
  await changed();
  system.clock.advance({ hours: 72 });
  await expect(account.undoEmailChange(guest(), { token: await undoToken() })).rejects.toMatchObject(invalid);
  expect(await addressOf()).toBe(wanted);
});

test("changing again does not outrun the first owner", async () => {
  await changed();
  await ask(await asUser(system, ana), `third-${wanted}`);
  await account.confirmEmailChange(guest(), { token: await confirmToken(`third-${wanted}`) });
  await account.undoEmailChange(guest(), { token: await undoToken("email-changed") });
  expect(await addressOf()).toBe(ana.email);
  expect(await account.getEmailChange(ctx)).toBeNull();
});

test("before it is confirmed, either end stops it", async () => {
  await ask();
  const token = await confirmToken();
  expect(await account.undoEmailChange(guest(), { token: await undoToken() })).toEqual({ status: "cancelled" });
  await expect(account.confirmEmailChange(guest(), { token })).rejects.toMatchObject(invalid);
  await ask();
  await account.cancelEmailChange(ctx, {});
  await expect(account.confirmEmailChange(guest(), { token: await confirmToken() })).rejects.toMatchObject(invalid);
  expect(await account.getEmailChange(ctx)).toBeNull();
});

test("an approval beforehand lets the old address go with the confirmation", async () => {
  await ask();
  await account.approveEmailChange(guest(), { token: await undoToken() });
  await account.confirmEmailChange(guest(), { token: await confirmToken() });
  await expect(account.undoEmailChange(guest(), { token: await undoToken() })).rejects.toMatchObject(invalid);
  expect(await register(ana.email)).toBe(true);
});

test("for 72 hours nobody else gets the old address, by any door, also in the very moment of the change", async () => {
  await ask();
  const token = await confirmToken();
  const { values } = await twentyAtOnce(async (at) => {
    if (at === 7) return void (await account.confirmEmailChange(guest(), { token }));
    return await register(ana.email);
  });
  expect(values.filter((made) => made === true)).toEqual([]);
  expect(await addressOf()).toBe(wanted);
  const bo = await makeAccount(system);
  await ask(await asUser(system, bo), ana.email);
  const mails = (await mailsTo(system, ana.email)).map(({ template }) => template);
  expect(mails).toContain("already-registered");
  expect(mails).not.toContain("email-change-confirm");
  system.clock.advance({ hours: 72 });
  expect(await register(ana.email)).toBe(true);
});

test("a link does nothing in the hands of someone signed in as another", async () => {
  await ask();
  const other = await asUser(system, await makeAccount(system));
  await expect(account.confirmEmailChange(other, { token: await confirmToken() })).rejects.toMatchObject(invalid);
  await expect(account.undoEmailChange(other, { token: await undoToken() })).rejects.toMatchObject(invalid);
});
