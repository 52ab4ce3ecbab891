import type { TestSystem } from "@pronaflow/testing";
import {
  asGuest,
  auditOf,
  keepAddress,
  makeAccount,
  openTestSystem,
  signInFully,
  twentyAtOnce,
} from "@pronaflow/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { workerContext } from "../kernel/scope.ts";
import { createAdmin, createFirstAdmin, ensureFirstAdminLink } from "./index.ts";

let system: TestSystem;

beforeEach(async () => {
  system = await openTestSystem();
});

afterEach(() => system.close());

const PERSON = {
  email: "ada@example.com",
  username: "ada-first",
  displayName: "Ada",
  password: "Quiet-Harbour-Lantern-42",
};

async function linkToken(): Promise<string> {
  const link = await ensureFirstAdminLink(system.admin);
  return link?.split("#token=")[1] ?? "";
}

test("the link makes the first admin, once, and there is no other account", async () => {
  const { rows } = await system.owner.query("SELECT count(*)::int AS accounts FROM account");
  expect(rows[0].accounts).toBe(0);
  const token = await linkToken();
  const { values, codes } = await twentyAtOnce((index) =>
    createFirstAdmin(asGuest(system.admin), {
      ...PERSON,
      token,
      email: `a${index}@example.com`,
      username: `first-${"abcdefghjkmnopqrtuwx"[index]}`,
    }),
  );
  expect(values).toHaveLength(1);
  expect(new Set(codes)).toEqual(new Set(["TOKEN_INVALID"]));
  const admins = await system.owner.query("SELECT id, status, system_role FROM account");
  expect(admins.rows).toMatchObject([{ status: "ACTIVE", system_role: "SUPERADMIN" }]);
  expect(await auditOf(system, admins.rows[0].id)).toMatchObject([{ action: "system.first_admin_created" }]);
  expect(await ensureFirstAdminLink(system.admin)).toBeNull();
});

test("a refused password leaves the link good; the admin can sign in to the console and to nothing by default", async () => {
  const token = await linkToken();
  const ctx = asGuest(system.admin);
  await expect(createFirstAdmin(ctx, { ...PERSON, token, password: "short" })).rejects.toMatchObject({
    code: "PASSWORD_REFUSED",
  });
  await createFirstAdmin(ctx, { ...PERSON, token });
  expect((await signInFully(ctx, { identifier: "ada-first", password: PERSON.password })).user.systemRole).toBe(
    "SUPERADMIN",
  );
  await expect(signInFully(ctx, { identifier: "admin", password: "admin" })).rejects.toMatchObject({
    code: "INVALID_CREDENTIALS",
  });
});

test("a newer link voids the older, and it dies after 24 hours to the second", async () => {
  const older = await linkToken();
  const token = await linkToken();
  await expect(createFirstAdmin(asGuest(system.admin), { ...PERSON, token: older })).rejects.toMatchObject({
    code: "TOKEN_INVALID",
  });
  system.clock.advance({ hours: 24 });
  await expect(createFirstAdmin(asGuest(system.admin), { ...PERSON, token })).rejects.toMatchObject({
    code: "TOKEN_INVALID",
  });
});

test("the user app knows no such link", async () => {
  const token = await linkToken();
  await expect(createFirstAdmin(asGuest(system.web), { ...PERSON, token })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

test("an admin made on the command line ends the link", async () => {
  const token = await linkToken();
  const { id } = await createAdmin(workerContext(system.admin, "cli"), { ...PERSON, reason: "Command line" });
  expect(await auditOf(system, id)).toMatchObject([{ action: "system.admin_created", actorKind: "SYSTEM" }]);
  await expect(
    createFirstAdmin(asGuest(system.admin), { ...PERSON, token, email: "b@example.com", username: "other-one" }),
  ).rejects.toMatchObject({ code: "TOKEN_INVALID" });
});

test("an address that is kept for an account makes no admin, and says which field is to blame", async () => {
  await keepAddress(system, await makeAccount(system), PERSON.email);
  const made = createFirstAdmin(asGuest(system.admin), { ...PERSON, token: await linkToken() });
  await expect(made).rejects.toMatchObject({ code: "INVALID_INPUT", fields: { email: ["INVALID"] } });
});
