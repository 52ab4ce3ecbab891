import type { TestSystem } from "@pronaflow/testing";
import {
  asUser,
  auditOf,
  inConsole,
  makeAccount,
  makeWorkspace,
  openTestSystem,
  twentyAtOnce,
} from "@pronaflow/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getAdminMe, getMe } from "./queries.ts";
import { updateProfile } from "./update-profile.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(() => system.close());

test("a person changes what they name and nothing else; the audit holds the fields before and after", async () => {
  const account = await makeAccount(system, { displayName: "Ana" });
  const ctx = await asUser(system, account);
  const user = await updateProfile(ctx, { displayName: "Ana Lima", timeZone: "Asia/Ho_Chi_Minh" });
  expect(user).toMatchObject({ displayName: "Ana Lima", timeZone: "Asia/Ho_Chi_Minh", username: account.username });
  expect(await auditOf(system, account.id)).toMatchObject([
    {
      action: "account.profile_updated",
      actorId: account.id,
      detail: {
        before: { displayName: "Ana", timeZone: "UTC" },
        after: { displayName: "Ana Lima", timeZone: "Asia/Ho_Chi_Minh" },
      },
    },
  ]);
  await updateProfile(ctx, { displayName: "Ana Lima" });
  expect(await auditOf(system, account.id)).toHaveLength(1);
});

test("a username that is another's, or reads like it, is refused", async () => {
  await makeAccount(system, { username: "merlin-g" });
  const ctx = await asUser(system, await makeAccount(system));
  for (const username of ["merlin-g", "mer1in_g"]) {
    await expect(updateProfile(ctx, { username })).rejects.toMatchObject({ code: "USERNAME_TAKEN" });
  }
  await expect(updateProfile(ctx, { username: "admin" })).rejects.toMatchObject({ code: "INVALID_INPUT" });
});

test("twenty people who ask for one username at once: one gets it", async () => {
  const contexts: Awaited<ReturnType<typeof asUser>>[] = [];
  for (let index = 0; index < 20; index++) contexts.push(await asUser(system, await makeAccount(system)));
  const { values, codes } = await twentyAtOnce(async (index) => {
    const ctx = contexts[index];
    return ctx && (await updateProfile(ctx, { username: "the-one" }));
  });
  expect(values).toHaveLength(1);
  expect(codes).toEqual(Array(19).fill("USERNAME_TAKEN"));
});

test("a pending account cannot change its profile", async () => {
  const ctx = await asUser(system, await makeAccount(system, { status: "PENDING" }));
  await expect(updateProfile(ctx, { displayName: "X" })).rejects.toMatchObject({ code: "EMAIL_NOT_VERIFIED" });
});

test("me is the person, the session and the live workspaces they are in, and never another's", async () => {
  const account = await makeAccount(system);
  const other = await makeAccount(system);
  const workspace = await makeWorkspace(system, other, [{ account, role: "VIEWER" }], { name: "Beta" });
  await makeWorkspace(system, other);
  const me = await getMe(await asUser(system, account));
  expect(me.workspaces).toEqual([{ id: workspace.id, slug: workspace.slug, name: "Beta", role: "VIEWER" }]);
  expect(me.user).toMatchObject({ id: account.id, status: "ACTIVE" });
  expect(JSON.stringify(me)).not.toMatch(/argon2|token/i);
});

test("an admin's me says what the console lets them do", async () => {
  const me = getAdminMe(await inConsole(system, await makeAccount(system, { systemRole: "SUPPORT" })));
  expect(me.permissions).toEqual(["console.enter", "workspaces.read", "accounts.read", "audit.read", "incidents.read"]);
});
