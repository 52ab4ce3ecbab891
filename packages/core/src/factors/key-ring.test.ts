import { createKeyRing } from "@pronaflow/auth";
import type { TestSystem } from "@pronaflow/testing";
import { asGuest, enrol, makeAccount, openTestSystem, TEST_PASSWORD, TEST_SECRET_KEY } from "@pronaflow/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { signIn } from "../identity/sign-in.ts";
import type { Services } from "../kernel/services.ts";
import { verifyMfa } from "./verify-mfa.ts";

const NEWER = "tests-only-newer-Vb6nM3kQ9wE2rT5yU8iO1pA4sD7fG0hJ";

let system: TestSystem;
beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(() => system.close());

test("a key sealed by the secret of before still works, and is sealed anew by today's when it is used", async () => {
  const account = await makeAccount(system);
  const factor = await enrol(system, account);
  const sealed = async () =>
    (await system.owner.query("SELECT secret FROM totp_factor WHERE account_id = $1", [account.id])).rows[0].secret;
  const comeIn = async (services: Services) => {
    system.clock.advance({ seconds: 30 });
    const answer = await signIn(asGuest(services), { identifier: account.email, password: TEST_PASSWORD });
    const challengeId = "mfaRequired" in answer ? answer.challengeId : "";
    return await verifyMfa(asGuest(services), { challengeId, code: factor.code() });
  };
  const both = { ...system.web, keys: createKeyRing([NEWER, TEST_SECRET_KEY]) };
  const today = { ...system.web, keys: createKeyRing([NEWER]) };
  const before = await sealed();
  await expect(comeIn(today)).rejects.toMatchObject({ code: "FACTOR_WRONG" });
  await comeIn(both);
  expect(await sealed()).not.toBe(before);
  await comeIn(today);
  await expect(comeIn(system.web)).rejects.toMatchObject({ code: "FACTOR_WRONG" });
});
