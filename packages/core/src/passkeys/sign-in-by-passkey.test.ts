import type { Mischief, TestAccount, TestPasskey, TestSystem } from "@pronaflow/testing";
import {
  addPasskeyTo,
  asGuest,
  auditOf,
  enrol,
  makeAccount,
  openTestSystem,
  SoftwareAuthenticator,
  twentyAtOnce,
  withToken,
} from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { beginSignIn } from "./begin-sign-in.ts";
import { signInByPasskey } from "./sign-in-by-passkey.ts";

let system: TestSystem;
let account: TestAccount;
let passkey: TestPasskey;
beforeAll(async () => {
  system = await openTestSystem({ APP_URL: "https://app.example.com", ADMIN_URL: "https://console.example.com" });
});
afterAll(() => system.close());
beforeEach(async () => {
  system.clock.advance({ hours: 1 });
  account = await makeAccount(system);
  passkey = await addPasskeyTo(system, account, new SoftwareAuthenticator({ origin: "https://app.example.com" }));
});

const guest = () => asGuest(system.web);
const begin = () => beginSignIn(guest(), {});
const refused = { code: "PASSKEY_REFUSED", meta: {} };

async function answer(mischief: Mischief = {}) {
  return passkey.authenticator.get(await begin(), mischief);
}

async function lastAttempt() {
  const { rows } = await system.owner.query(
    'SELECT kind, outcome, account_id AS "accountId" FROM auth_attempt ORDER BY id DESC LIMIT 1',
  );
  return rows[0];
}

test("a passkey opens a session of two factors, and says so in the audit", async () => {
  const entered = await signInByPasskey(guest(), { response: await answer() });
  if ("mfaRequired" in entered) return expect.unreachable();
  expect(entered).toMatchObject({ user: { id: account.id } });
  expect((await withToken(system.web, entered.token)).actor.session.assurance).toBe(2);
  expect((await auditOf(system, account.id)).at(-1)).toMatchObject({
    action: "session.created",
    actorId: account.id,
    detail: { after: { way: "passkey", assurance: 2, passkeyId: passkey.id } },
  });
  const { rows } = await system.owner.query("SELECT counter, last_used_at FROM passkey WHERE id = $1", [passkey.id]);
  expect(rows[0]).toEqual({ counter: "1", last_used_at: system.clock.now() });
  expect(await lastAttempt()).toEqual({ kind: "sign_in", outcome: "succeeded", accountId: account.id });
});

test("no second step is asked where the account has one: the passkey verified its user", async () => {
  await enrol(system, account);
  expect(await signInByPasskey(guest(), { response: await answer() })).toHaveProperty("token");
});

test("the challenge names nobody and asks for the configured host", async () => {
  const options = await begin();
  expect(options).toMatchObject({ rpId: "app.example.com", allowCredentials: [], userVerification: "required" });
  expect(Buffer.from(options.challenge, "base64url")).toHaveLength(32);
});

test.each<[string, Mischief]>([
  ["of another origin", { origin: "https://evil.example.com" }],
  ["of a subdomain's origin", { origin: "https://x.app.example.com" }],
  ["of the console's origin", { origin: "https://console.example.com" }],
  ["for another relying party", { rpId: "evil.example.com" }],
  ["without user verification", { userVerified: false }],
  ["without its owner's handle", { userHandle: null }],
  ["with another's handle", { userHandle: Buffer.alloc(16).toString("base64url") }],
])("an answer %s is refused, and its challenge is used up", async (_name, mischief) => {
  const options = await begin();
  const wrong = signInByPasskey(guest(), { response: passkey.authenticator.get(options, mischief) });
  await expect(wrong).rejects.toMatchObject(refused);
  expect(await lastAttempt()).toMatchObject({ kind: "sign_in", outcome: "passkey_refused" });
  const right = signInByPasskey(guest(), { response: passkey.authenticator.get(options) });
  await expect(right).rejects.toMatchObject(refused);
});

test.each(["clientDataJSON", "authenticatorData", "signature", "userHandle"] as const)(
  "one bit flipped in %s, wherever, and the answer is refused",
  async (part) => {
    for (const place of [0, 0.5, 0.99]) {
      system.clock.advance({ minutes: 10 });
      const response = await answer();
      const bytes = Buffer.from(response.response[part] ?? "", "base64url");
      const at = Math.floor(bytes.length * place);
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
      response.response[part] = bytes.toString("base64url");
      await expect(signInByPasskey(guest(), { response }), `byte ${at}`).rejects.toMatchObject(refused);
    }
  },
);

test("an answer is taken once, under twenty at once too", async () => {
  const response = await answer();
  const { values, codes } = await twentyAtOnce(() => signInByPasskey(guest(), { response }));
  expect(values).toHaveLength(1);
  expect(codes).toEqual(Array(19).fill("PASSKEY_REFUSED"));
});

test("a challenge is good for five minutes, and one that was never given for none", async () => {
  const response = await answer();
  system.clock.advance({ minutes: 5 });
  await expect(signInByPasskey(guest(), { response })).rejects.toMatchObject(refused);
  const invented = passkey.authenticator.get({ challenge: Buffer.alloc(32, 7).toString("base64url") });
  await expect(signInByPasskey(guest(), { response: invented })).rejects.toMatchObject(refused);
});

test("an unknown passkey, and one signed by another's key, are refused in the same words", async () => {
  const stranger = new SoftwareAuthenticator({ origin: "https://app.example.com" });
  const unknown = signInByPasskey(guest(), { response: stranger.get(await begin()) });
  await expect(unknown).rejects.toMatchObject(refused);
  const borrowed = { ...stranger.get(await begin()), id: passkey.authenticator.id };
  borrowed.response.userHandle = (await answer()).response.userHandle;
  await expect(signInByPasskey(guest(), { response: borrowed })).rejects.toMatchObject(refused);
});

test("suspended and deleted accounts are refused like a wrong passkey; a suspension that ran out ends", async () => {
  const set = (status: string, until: Date | null) =>
    system.owner.query(
      `UPDATE account SET status = $2::"AccountStatus", suspended_at = now(), suspended_until = $3 WHERE id = $1`,
      [account.id, status, until],
    );
  for (const status of ["SUSPENDED", "DELETED"]) {
    await set(status, null);
    await expect(signInByPasskey(guest(), { response: await answer() })).rejects.toMatchObject(refused);
  }
  await set("SUSPENDED", system.clock.now());
  expect(await signInByPasskey(guest(), { response: await answer() })).toMatchObject({ user: { status: "ACTIVE" } });
});

test("a counter that does not rise is refused, recorded and kept as it was; the key itself stays good", async () => {
  await signInByPasskey(guest(), { response: await answer({ counter: 7 }) });
  for (const counter of [7, 6, 0]) {
    const copied = signInByPasskey(guest(), { response: await answer({ counter }) });
    await expect(copied).rejects.toMatchObject(refused);
    expect(await lastAttempt()).toMatchObject({ outcome: "passkey_refused", accountId: account.id });
    expect((await auditOf(system, account.id)).at(-1)).toMatchObject({
      action: "passkey.suspected",
      actorId: null,
      detail: { after: { passkeyId: passkey.id, counter, expectedAbove: 7 } },
    });
  }
  const { rows } = await system.owner.query(
    "SELECT kind, severity::text, occurrences FROM incident WHERE account_id = $1 AND kind = 'passkey_copied'",
    [account.id],
  );
  expect(rows).toEqual([{ kind: "passkey_copied", severity: "HIGH", occurrences: 3 }]);
  expect(await signInByPasskey(guest(), { response: await answer({ counter: 8 }) })).toHaveProperty("token");
});

test("a keeper that syncs counts nothing: its passkey opens again and again", async () => {
  const authenticator = new SoftwareAuthenticator({ origin: "https://app.example.com", isSynced: true });
  await addPasskeyTo(system, account, authenticator);
  for (let use = 0; use < 3; use++) {
    const entered = await signInByPasskey(guest(), { response: authenticator.get(await begin()) });
    expect(entered).toHaveProperty("token");
  }
});

test("the console wants a console role, and passkeys of its own host", async () => {
  const admin = await makeAccount(system, { systemRole: "ADMIN" });
  const console_ = { origin: "https://console.example.com" };
  const own = await addPasskeyTo(system, admin, new SoftwareAuthenticator(console_), system.admin);
  const enter = async (authenticator: SoftwareAuthenticator, mischief: Mischief = {}) =>
    signInByPasskey(asGuest(system.admin), {
      response: authenticator.get(await beginSignIn(asGuest(system.admin), {}), mischief),
    });
  expect(await enter(own.authenticator)).toMatchObject({ user: { id: admin.id } });
  const ofWeb = await addPasskeyTo(system, admin, new SoftwareAuthenticator({ origin: "https://app.example.com" }));
  await expect(enter(ofWeb.authenticator)).rejects.toMatchObject(refused);
  await system.owner.query("UPDATE account SET system_role = 'USER' WHERE id = $1", [admin.id]);
  await expect(enter(own.authenticator)).rejects.toMatchObject(refused);
});

test("ceremonies that are over are swept by those that begin", async () => {
  for (let index = 0; index < 6; index++) await begin();
  system.clock.advance({ minutes: 5 });
  for (let index = 0; index < 4; index++) await begin();
  const { rows } = await system.owner.query("SELECT count(*)::int AS left FROM passkey_ceremony");
  expect(rows[0].left).toBe(4);
});
