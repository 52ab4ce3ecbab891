import type { TestSystem } from "@pronaflow/testing";
import {
  asGuest,
  asUser,
  linkTokenOf,
  makeAccount,
  openTestSystem,
  signInFully,
  TEST_PASSWORD,
  withToken,
} from "@pronaflow/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { changePassword } from "./change-password.ts";
import { registerAccount } from "./register-account.ts";
import { requestPasswordReset } from "./request-password-reset.ts";
import { resetPassword } from "./reset-password.ts";
import { stepUp } from "./step-up.ts";
import { verifyEmail } from "./verify-email.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(() => system.close());

/** Walks a life with passwords and links and collects every secret that was in anyone's hands. */
async function walkIdentity(): Promise<string[]> {
  const email = "whole-life@example.com";
  const guest = asGuest(system.web);
  const person = { email, username: "whole-life", displayName: "Ana", password: TEST_PASSWORD };
  await registerAccount(guest, person);
  const verification = await linkTokenOf(system, email, "verify-email");
  await verifyEmail(guest, { token: verification });
  const first = await signInFully(guest, { identifier: email, password: TEST_PASSWORD });
  await signInFully(guest, { identifier: "typed-My-Secret-Here", password: "typed-wrongly-12A!" }).catch(() => {});
  const proved = await stepUp(await withToken(system.web, first.token), { password: TEST_PASSWORD });
  const [second, third] = ["Silver-Meadow-Kettle-58", "Copper-Valley-Anchor-93"];
  const changing = { currentPassword: TEST_PASSWORD, newPassword: second };
  const changed = await changePassword(await withToken(system.web, proved.token), changing);
  await requestPasswordReset(guest, { email });
  const reset = await linkTokenOf(system, email, "password-reset");
  await resetPassword(guest, { token: reset, password: third });
  const typed = [TEST_PASSWORD, second, third, "typed-wrongly-12A!", "typed-My-Secret-Here", "typed-my-secret-here"];
  return [...typed, verification, first.token, proved.token, changed.token, reset];
}

test("no password, token or hash is readable in audit, outbox, ledger, limits or any other table", async () => {
  const secrets = await walkIdentity();
  const { rows: tables } = await system.owner.query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
  );
  for (const { name } of tables) {
    const { rows } = await system.owner.query<{ text: string }>(`SELECT t::text AS text FROM "${name}" t`);
    const text = rows.map((row) => row.text).join("\n");
    const found = secrets.filter((secret) => text.includes(secret));
    expect({ name, found }).toEqual({ name, found: [] });
    if (name !== "account" && name !== "password_history") expect(text).not.toContain("$argon2");
  }
});

test("a refusal carries nothing of what was typed", async () => {
  const ctx = await asUser(system, await makeAccount(system));
  const wrong = "Typed-Wrongly-12!";
  const acts = [
    () => signInFully(asGuest(system.web), { identifier: "someone@example.com", password: wrong }),
    () => stepUp(ctx, { password: wrong }),
    () => changePassword(ctx, { currentPassword: TEST_PASSWORD, newPassword: "typed-wrongly" }),
  ];
  for (const act of acts) {
    const error: unknown = await act().then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(Error);
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(/typed-wrongly|someone@/i);
  }
});
