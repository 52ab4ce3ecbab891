import type { TestAccount, TestSystem } from "@pronaflow/testing";
import { asGuest, makeAccount, openTestSystem } from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { transact } from "../kernel/transaction.ts";
import type { UndoChange } from "./undo-change.ts";
import { undoChange } from "./undo-change.ts";

let system: TestSystem;
let account: TestAccount;
beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(() => system.close());
beforeEach(async () => {
  account = await makeAccount(system);
});

const undo = (change: UndoChange, accountId = account.id) =>
  transact(system.web, {}, (tx) => undoChange(tx, asGuest(system.web), accountId, change));

const rowsOf = async (table: string) =>
  (await system.owner.query(`SELECT to_jsonb(t)::text AS row FROM ${table} t WHERE account_id = $1`, [account.id]))
    .rows;

const remove = async (table: string): Promise<string[]> =>
  (
    await system.owner.query(`DELETE FROM ${table} t WHERE account_id = $1 RETURNING to_jsonb(t)::text AS row`, [
      account.id,
    ])
  ).rows.map(({ row }) => row);

const uuid = () => system.web.random.uuid();

async function addTotp(secret: string) {
  await system.owner.query(
    "INSERT INTO totp_factor (account_id, secret, created_at, confirmed_at, last_step) VALUES ($1, $2, $3, $3, 7)",
    [account.id, secret, system.clock.now()],
  );
}

async function addCode(prefix: string) {
  await system.owner.query(
    "INSERT INTO backup_code (id, account_id, prefix, hash, created_at) VALUES ($1, $2, $3, 'hash', $4)",
    [uuid(), account.id, prefix, system.clock.now()],
  );
}

async function addPasskey() {
  const id = uuid();
  await system.owner.query(
    `INSERT INTO passkey (id, account_id, credential_id, public_key, counter, transports, name, is_backed_up, created_at)
     VALUES ($1, $2, $3, $4, 9007199254740993, '{usb,nfc}', 'Key', true, $5)`,
    [id, account.id, system.web.random.bytes(16), system.web.random.bytes(77), system.clock.now()],
  );
  return id;
}

async function addIdentity() {
  const id = uuid();
  await system.owner.query(
    `INSERT INTO linked_identity (id, account_id, provider, issuer, subject, linked_at)
     VALUES ($1, $2, 'github', 'https://github.com', $3, $4)`,
    [id, account.id, id, system.clock.now()],
  );
  return id;
}

async function emailOf(id: string) {
  const { rows } = await system.owner.query("SELECT email, email_normal FROM account WHERE id = $1", [id]);
  return rows[0];
}

test("the address that was there before comes back, as typed", async () => {
  expect(await undo({ kind: "email", from: "Old.Name@Example.com", to: account.email })).toBe(true);
  expect(await emailOf(account.id)).toEqual({ email: "Old.Name@Example.com", email_normal: "old.name@example.com" });
});

test("an address that changed again, or that someone else has by now, stays as it is", async () => {
  const other = await makeAccount(system);
  expect(await undo({ kind: "email", from: "old@example.com", to: "another@example.com" })).toBe(false);
  expect(await undo({ kind: "email", from: other.email, to: account.email })).toBe(false);
  expect((await emailOf(account.id)).email).toBe(account.email);
});

test("an added authenticator goes with its codes; a removed one comes back with its own, in place of a newer", async () => {
  await addTotp("sealed-old");
  await addCode("aaaa");
  const [codes, [factor = ""]] = [await remove("backup_code"), await remove("totp_factor")];
  await addTotp("sealed-new");
  await addCode("bbbb");
  expect(await undo({ kind: "totp_removed", factor, codes })).toBe(true);
  expect(await rowsOf("totp_factor")).toEqual([{ row: factor }]);
  expect(await rowsOf("backup_code")).toEqual(codes.map((row) => ({ row })));
  expect(await undo({ kind: "totp_added" })).toBe(true);
  expect([...(await rowsOf("totp_factor")), ...(await rowsOf("backup_code"))]).toEqual([]);
});

test("backup codes that were replaced are good again, the new ones are void", async () => {
  await addCode("aaaa");
  const codes = await remove("backup_code");
  await addCode("bbbb");
  expect(await undo({ kind: "codes_regenerated", codes })).toBe(true);
  expect(await rowsOf("backup_code")).toEqual(codes.map((row) => ({ row })));
});

test.each([
  ["passkey", "passkey_added", "passkey_removed", addPasskey],
  ["linked_identity", "provider_linked", "provider_unlinked", addIdentity],
] as const)("a %s that was removed comes back whole, one that was added goes", async (table, added, removed, add) => {
  const id = await add();
  const [row = ""] = await remove(table);
  expect(await undo({ kind: removed, row })).toBe(true);
  expect(await rowsOf(table)).toEqual([{ row }]);
  expect(await undo({ kind: removed, row })).toBe(false);
  expect(await undo({ kind: added, id }, (await makeAccount(system)).id)).toBe(false);
  expect(await undo({ kind: added, id })).toBe(true);
  expect(await rowsOf(table)).toEqual([]);
});

test("a row of another account is not put back", async () => {
  await addPasskey();
  const [row = ""] = await remove("passkey");
  expect(await undo({ kind: "passkey_removed", row }, (await makeAccount(system)).id)).toBe(false);
});
