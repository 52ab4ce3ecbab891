import type { TestSystem } from "@pronaflow/testing";
import {
  asGuest,
  inConsole,
  inWorkspace,
  linkTokenOf,
  makeAccount,
  openTestSystem,
  signInFully,
  twentyAtOnce,
  withToken,
} from "@pronaflow/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as identity from "../identity/index.ts";
import * as sessions from "../sessions/index.ts";
import { restoreWorkspace } from "../system/index.ts";
import * as workspaces from "../workspaces/index.ts";

// A command that wanted a second connection inside its transaction would wait for itself until the pool gives up.
let system: TestSystem;
beforeAll(async () => {
  system = await openTestSystem({ DATABASE_POOL_MAX: "1", DATABASE_ACQUIRE_TIMEOUT_MS: "4000" });
});
afterAll(() => system.close());

const PASSWORD = "Quiet-Harbour-Lantern-42";
const NEXT = "Silver-Meadow-Kettle-58";
const LAST = "Copper-Willow-Basket-73";

test("one connection is enough for a person's whole way through the product", async () => {
  const guest = asGuest(system.web);
  const email = "ana@example.com";
  await identity.registerAccount(guest, { email, username: "ana-first", displayName: "Ana", password: PASSWORD });
  system.clock.advance({ minutes: 2 });
  await identity.resendVerification(guest, { email });
  await identity.verifyEmail(guest, { token: await linkTokenOf(system, email, "verify-email") });
  const signedIn = await signInFully(guest, { identifier: email, password: PASSWORD });
  const steppedUp = await identity.stepUp(await withToken(system.web, signedIn.token), { password: PASSWORD });
  const user = await withToken(system.web, steppedUp.token);
  await identity.updateProfile(user, { displayName: "Ana B." });
  const changed = await identity.changePassword(user, { currentPassword: PASSWORD, newPassword: NEXT });
  const ctx = await withToken(system.web, changed.token);
  const { id, slug } = await workspaces.createWorkspace(ctx, { name: "Harbour" });
  const member = await inWorkspace(ctx, id);
  await workspaces.updateWorkspace(member, { id, name: "Harbour Works", slug: "harbour-works" });
  expect(await workspaces.findWorkspaceBySlug(ctx, { slug })).toMatchObject({ slug: "harbour-works" });
  await workspaces.openWorkspace(member, { slug });
  await workspaces.getImpact(member);
  await workspaces.deleteWorkspace(member, { id, confirmName: "Harbour Works" });
  const admin = await inConsole(system, await makeAccount(system, { systemRole: "ADMIN" }));
  await restoreWorkspace(admin, { id, reason: "Asked by its owner" });
  expect(await workspaces.listWorkspaces(ctx)).toHaveLength(1);
  const [listed] = await sessions.listSessions(ctx);
  await sessions.revokeSession(ctx, { sessionId: listed?.id ?? "" });
  await identity.requestPasswordReset(guest, { email });
  await identity.resetPassword(guest, {
    token: await linkTokenOf(system, email, "password-reset"),
    password: LAST,
  });
  const again = await signInFully(guest, { identifier: email, password: LAST });
  const last = await withToken(system.web, again.token);
  await sessions.revokeSessions(last, { keepCurrent: true });
  await identity.signOut(last, {});
});

test("a refused sign-in and its place in the ledger need no second one either", async () => {
  const { codes } = await twentyAtOnce(() =>
    signInFully(asGuest(system.web), { identifier: "nobody", password: PASSWORD }),
  );
  expect(codes).toEqual(Array(20).fill("INVALID_CREDENTIALS"));
});

test("twenty commands at once take turns on it", async () => {
  const account = await makeAccount(system);
  const { token } = await signInFully(asGuest(system.web), { identifier: account.email, password: PASSWORD });
  const ctx = await withToken(system.web, token);
  const { codes } = await twentyAtOnce((index) => workspaces.createWorkspace(ctx, { name: `Space ${index}` }));
  expect(codes).toEqual([]);
});
