import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { TestAccount, TestSystem } from "@pronaflow/testing";
import {
  asGuest,
  enrol,
  linkTokenOf,
  makeAccount,
  openTestSystem,
  signInFully,
  TEST_PASSWORD,
  withToken,
} from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import * as identity from "../identity/index.ts";
import { verifyMfa } from "./verify-mfa.ts";

const ROOT = join(import.meta.dirname, "../../../..");

/** Who may do each step on the way to a session row. A file that is new here is a new way in: does it meet the gate? */
const BIRTHPLACES: Record<string, { pattern: RegExp; files: string[] }> = {
  "writes the row": {
    pattern: /INSERT INTO session[\s(]|prisma\.session\.create|tx\.session\.(create|upsert)/,
    files: ["packages/core/src/sessions/session-writer.ts", "packages/testing/src/contexts.ts"],
  },
  "makes its token": {
    pattern: /\bsessions\.create\(/,
    files: ["packages/core/src/sessions/open-session.ts", "packages/testing/src/contexts.ts"],
  },
  "opens one": {
    pattern: /\bopenSession\(/,
    files: ["packages/core/src/identity/enter-account.ts", "packages/core/src/sessions/open-session.ts"],
  },
  "comes through the gate": {
    pattern: /\benterAccount\(/,
    files: [
      "packages/core/src/factors/finish-sign-in.ts",
      "packages/core/src/identity/enter-account.ts",
      "packages/core/src/identity/sign-in.ts",
      "packages/core/src/invitations/register-invited.ts",
      "packages/core/src/passkeys/sign-in-by-passkey.ts",
      "packages/core/src/providers/enter-by-identity.ts",
      "packages/core/src/providers/prove-offer.ts",
    ],
  },
  "comes through it with two factors": {
    pattern: /assurance: 2\b/,
    files: [
      "packages/core/src/factors/confirm-mfa.ts",
      "packages/core/src/factors/finish-sign-in.ts",
      "packages/core/src/identity/step-up.ts",
      "packages/core/src/passkeys/sign-in-by-passkey.ts",
      "packages/core/src/passkeys/step-up-by-passkey.ts",
    ],
  },
};

const sources = ["packages", "apps", "tooling", "examples"].flatMap((folder) => filesUnder(join(ROOT, folder)));

function filesUnder(folder: string): { path: string; text: string }[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return /^(node_modules|dist|generated|\..+)$/.test(entry.name) ? [] : filesUnder(path);
    if (!/\.tsx?$/.test(entry.name) || /\.(test|spec)\.tsx?$/.test(entry.name)) return [];
    return [{ path: relative(ROOT, path), text: readFileSync(path, "utf8") }];
  });
}

test.each(Object.entries(BIRTHPLACES))("in all of the source, what %s stands in this list", (_, { pattern, files }) => {
  expect(sources.length).toBeGreaterThan(200);
  const found = sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path);
  expect(found.sort()).toEqual([...files].sort());
});

let system: TestSystem;
let account: TestAccount;
let code: () => string;
let token: string;
beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(() => system.close());
beforeEach(async () => {
  system.clock.advance({ hours: 1 });
  account = await makeAccount(system, { systemRole: "ADMIN" });
  ({ code, token } = await enrol(system, account));
});

const password = { identifier: "", password: TEST_PASSWORD };
const born = async () => {
  const { rows } = await system.owner.query("SELECT id, assurance FROM session WHERE account_id = $1", [account.id]);
  return rows as { id: string; assurance: number }[];
};

/** Every way in by one factor, for an account that has two: none of them may leave a session behind. */
const ONE_FACTOR: Record<string, () => Promise<unknown>> = {
  "the password": () => identity.signIn(asGuest(system.web), { ...password, identifier: account.email }),
  "the password, in the console": () =>
    identity.signIn(asGuest(system.admin), { ...password, identifier: account.email }),
  "a reset by mail": async () => {
    await identity.requestPasswordReset(asGuest(system.web), { email: account.email });
    const link = await linkTokenOf(system, account.email, "password-reset");
    return await identity.resetPassword(asGuest(system.web), { token: link, password: "Silver-Meadow-Kettle-58" });
  },
  "the new password after a reset": async () => {
    await ONE_FACTOR["a reset by mail"]?.();
    const given = { identifier: account.email, password: "Silver-Meadow-Kettle-58" };
    return await identity.signIn(asGuest(system.web), given);
  },
};

test.each(Object.keys(ONE_FACTOR))("by %s alone no session is born", async (way) => {
  const before = (await born()).map(({ id }) => id);
  const answer = await ONE_FACTOR[way]?.();
  expect(answer).not.toHaveProperty("token");
  expect((await born()).filter(({ id }) => !before.includes(id))).toEqual([]);
});

test.each(["web", "admin"] as const)(
  "by two steps a session of two factors is born in %s, and by one of them none",
  async (app) => {
    const before = (await born()).map(({ id }) => id);
    const begun = await identity.signIn(asGuest(system[app]), { ...password, identifier: account.email });
    const challengeId = "mfaRequired" in begun ? begun.challengeId : expect.unreachable();
    await verifyMfa(asGuest(system[app]), { challengeId, code: code() });
    const later = (await born()).filter(({ id }) => !before.includes(id));
    expect(later).toMatchObject([{ assurance: 2 }]);
  },
);

test("step-up and a new password go on with the session they have; neither makes one nor adds a factor", async () => {
  const before = await born();
  const ctx = await withToken(system.web, token);
  const proved = await identity.stepUp(ctx, { password: TEST_PASSWORD });
  const changing = { currentPassword: TEST_PASSWORD, newPassword: "Silver-Meadow-Kettle-58" };
  await identity.changePassword(await withToken(system.web, proved.token), changing);
  expect(await born()).toEqual(before);
});

test("an account with one factor comes in by it, with a session of one", async () => {
  account = await makeAccount(system);
  await signInFully(asGuest(system.web), { ...password, identifier: account.email });
  expect(await born()).toMatchObject([{ assurance: 1 }]);
});
