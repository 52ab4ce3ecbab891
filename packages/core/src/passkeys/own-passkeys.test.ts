import type { TestAccount, TestSystem } from "@pronaflow/testing";
import {
  addPasskeyTo,
  asUser,
  auditOf,
  mailsTo,
  makeAccount,
  openTestSystem,
  SoftwareAuthenticator,
  twentyAtOnce,
  withToken,
} from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { addPasskey } from "./add-passkey.ts";
import { beginRegistration } from "./begin-registration.ts";
import { listPasskeys } from "./queries.ts";
import { removePasskey } from "./remove-passkey.ts";
import { renamePasskey } from "./rename-passkey.ts";

let system: TestSystem;
let account: TestAccount;
beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(() => system.close());
beforeEach(async () => {
  system.clock.advance({ hours: 1 });
  account = await makeAccount(system);
});

const refused = { code: "PASSKEY_REFUSED" };
const mine = () => asUser(system, account);
const countOf = async () => (await listPasskeys(await mine())).passkeys.length;

test("a passkey is asked for discoverable, verifying and unattested, and never the same one twice", async () => {
  const first = await addPasskeyTo(system, account);
  const options = await beginRegistration(await mine(), {});
  expect(options).toMatchObject({
    rp: { id: "localhost", name: "PronaFlow" },
    user: { name: account.email, displayName: account.displayName },
    attestation: "none",
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    excludeCredentials: [{ id: first.authenticator.id, transports: ["internal", "hybrid"] }],
  });
  const again = addPasskey(await mine(), { response: first.authenticator.create(options) });
  await expect(again).rejects.toMatchObject(refused);
});

test("adding one renews this session's token, is written down and mailed", async () => {
  const ctx = await mine();
  const other = await mine();
  const response = new SoftwareAuthenticator().create(await beginRegistration(ctx, {}));
  const { passkey, token } = await addPasskey(ctx, { response });
  expect(passkey).toMatchObject({ name: "Chrome · Linux", lastUsedAt: null, isSynced: false });
  expect((await withToken(system.web, token)).actor.session.id).toBe(ctx.actor.session.id);
  expect((await listPasskeys(other)).passkeys).toEqual([passkey]);
  expect((await auditOf(system, account.id)).at(-1)).toMatchObject({
    action: "passkey.added",
    detail: { after: { passkeyId: passkey.id, name: passkey.name } },
  });
  expect(await mailsTo(system, account.email)).toMatchObject([
    { template: "passkey-added", props: { passkeyName: passkey.name } },
  ]);
});

test("it may be named when added: 1 to 80 characters", async () => {
  const ctx = await mine();
  const response = new SoftwareAuthenticator().create(await beginRegistration(ctx, {}));
  for (const name of [" ", "x".repeat(81)]) {
    await expect(addPasskey(ctx, { response, name })).rejects.toMatchObject({ code: "INVALID_INPUT" });
  }
  expect((await addPasskey(ctx, { response, name: "Blue key" })).passkey.name).toBe("Blue key");
});

test.each([
  ["another origin", { origin: "http://localhost:3001" }],
  ["another relying party", { rpId: "example.com" }],
  ["no user verification", { userVerified: false }],
])("one made with %s is refused, and its challenge is used up", async (_name, mischief) => {
  const ctx = await mine();
  const options = await beginRegistration(ctx, {});
  const authenticator = new SoftwareAuthenticator();
  await expect(addPasskey(ctx, { response: authenticator.create(options, mischief) })).rejects.toMatchObject(refused);
  await expect(addPasskey(ctx, { response: authenticator.create(options) })).rejects.toMatchObject(refused);
  expect(await countOf()).toBe(0);
});

test("a challenge belongs to its account, to adding, and to five minutes", async () => {
  const stranger = await makeAccount(system);
  const theirs = await beginRegistration(await asUser(system, stranger), {});
  const ctx = await mine();
  await expect(addPasskey(ctx, { response: new SoftwareAuthenticator().create(theirs) })).rejects.toMatchObject(
    refused,
  );
  const own = await beginRegistration(ctx, {});
  system.clock.advance({ minutes: 5 });
  await expect(addPasskey(ctx, { response: new SoftwareAuthenticator().create(own) })).rejects.toMatchObject(refused);
});

test("an answer is taken once, under twenty at once too", async () => {
  const response = new SoftwareAuthenticator().create(await beginRegistration(await mine(), {}));
  const contexts = await Promise.all(Array.from({ length: 20 }, mine));
  const { values, codes } = await twentyAtOnce((index) =>
    addPasskey(contexts[index] ?? expect.unreachable(), { response }),
  );
  expect(values).toHaveLength(1);
  expect(codes).toEqual(Array(19).fill("PASSKEY_REFUSED"));
});

test("twenty is the most one account may have, under twenty at once too", async () => {
  for (let index = 0; index < 19; index++) await addPasskeyTo(system, account);
  const contexts = await Promise.all(Array.from({ length: 20 }, mine));
  const responses = await Promise.all(
    contexts.map(async (ctx) => new SoftwareAuthenticator().create(await beginRegistration(ctx, {}))),
  );
  const { values, codes } = await twentyAtOnce((index) =>
    addPasskey(contexts[index] ?? expect.unreachable(), { response: responses[index] ?? expect.unreachable() }),
  );
  expect(values).toHaveLength(1);
  expect(codes).toEqual(Array(19).fill("PASSKEY_LIMIT_REACHED"));
  await expect(beginRegistration(await mine(), {})).rejects.toMatchObject({
    code: "PASSKEY_LIMIT_REACHED",
    meta: { limit: 20 },
  });
});

test("every change wants a proof that is ten minutes old at most", async () => {
  const { id } = await addPasskeyTo(system, account);
  const ctx = await mine();
  const response = new SoftwareAuthenticator().create(await beginRegistration(ctx, {}));
  system.clock.advance({ minutes: 10, milliseconds: 1 });
  for (const act of [
    () => beginRegistration(ctx, {}),
    () => addPasskey(ctx, { response }),
    () => renamePasskey(ctx, { passkeyId: id, name: "Mine" }),
    () => removePasskey(ctx, { passkeyId: id }),
  ]) {
    await expect(act()).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
  }
});

test("one is renamed, and the audit has both names", async () => {
  const { id } = await addPasskeyTo(system, account);
  const renamed = await renamePasskey(await mine(), { passkeyId: id, name: "Blue key" });
  expect(renamed).toMatchObject({ id, name: "Blue key" });
  expect((await auditOf(system, account.id)).at(-1)).toMatchObject({
    action: "passkey.renamed",
    detail: { before: { name: "Chrome · Linux" }, after: { name: "Blue key" } },
  });
});

test("another's passkey is not there, to rename or to remove", async () => {
  const { id } = await addPasskeyTo(system, await makeAccount(system));
  for (const act of [renamePasskey, removePasskey]) {
    const trying = act(await mine(), { passkeyId: id, name: "Mine" } as { passkeyId: string; name: string });
    await expect(trying).rejects.toMatchObject({ code: expect.stringMatching(/NOT_FOUND|INVALID_INPUT/) });
  }
  await expect(removePasskey(await mine(), { passkeyId: id })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("one is removed: a new token, an audit row, a mail", async () => {
  const { id } = await addPasskeyTo(system, account);
  const ctx = await mine();
  const { token } = await removePasskey(ctx, { passkeyId: id });
  expect((await withToken(system.web, token)).actor.session.id).toBe(ctx.actor.session.id);
  expect(await countOf()).toBe(0);
  expect((await auditOf(system, account.id)).at(-1)).toMatchObject({
    action: "passkey.removed",
    detail: { before: { passkeyId: id, name: "Chrome · Linux" } },
  });
  expect((await mailsTo(system, account.email)).at(-1)).toMatchObject({ template: "passkey-removed" });
});

test.each([
  ["has no password", "password_hash = NULL"],
  ["has a password that waits for a reset", "password_disabled_at = now()"],
])("the last way in is kept where the account %s, under twenty at once too", async (_name, state) => {
  const passkeys = [await addPasskeyTo(system, account), await addPasskeyTo(system, account)];
  await system.owner.query(`UPDATE account SET ${state} WHERE id = $1`, [account.id]);
  const contexts = await Promise.all(Array.from({ length: 20 }, mine));
  const { values, codes } = await twentyAtOnce((index) =>
    removePasskey(contexts[index] ?? expect.unreachable(), { passkeyId: passkeys[index % 2]?.id ?? "" }),
  );
  expect(values).toHaveLength(1);
  expect(new Set(codes)).toEqual(new Set(["LAST_WAY_IN", "NOT_FOUND"]));
  expect(await countOf()).toBe(1);
});

test("a linked provider is a way in too", async () => {
  const { id } = await addPasskeyTo(system, account);
  await system.owner.query("UPDATE account SET password_hash = NULL WHERE id = $1", [account.id]);
  await system.owner.query(
    `INSERT INTO linked_identity (id, account_id, provider, issuer, subject, linked_at)
     VALUES ($1, $2, 'google', 'https://accounts.google.com', $3, now())`,
    [system.web.random.uuid(), account.id, account.id],
  );
  await removePasskey(await mine(), { passkeyId: id });
  expect(await countOf()).toBe(0);
});
