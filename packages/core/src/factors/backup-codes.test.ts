import type { TestAccount, TestFactor, TestSystem } from "@pronaflow/testing";
import {
  asGuest,
  auditOf,
  enrol,
  mailsTo,
  makeAccount,
  openTestSystem,
  TEST_PASSWORD,
  twentyAtOnce,
  withToken,
} from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { signIn } from "../identity/sign-in.ts";
import { countBackupCodes, getMfaStatus } from "./queries.ts";
import { regenerateBackupCodes } from "./regenerate-backup-codes.ts";
import { verifyMfa } from "./verify-mfa.ts";

let system: TestSystem;
let account: TestAccount;
let factor: TestFactor;
beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(() => system.close());
beforeEach(async () => {
  system.clock.advance({ hours: 1 });
  account = await makeAccount(system);
  factor = await enrol(system, account);
});

async function begin(): Promise<string> {
  const answer = await signIn(asGuest(system.web), { identifier: account.email, password: TEST_PASSWORD });
  return "mfaRequired" in answer ? answer.challengeId : expect.unreachable("no second step was asked for");
}

async function comeIn(backupCode: string | undefined) {
  return await verifyMfa(asGuest(system.web), { challengeId: await begin(), backupCode });
}

test("a backup code comes in for the app's, once, typed in capitals and without hyphens; the owner is told", async () => {
  const [code = ""] = factor.backupCodes;
  const typed = ` ${code.replaceAll("-", "").toUpperCase()} `;
  expect(await comeIn(typed)).toMatchObject({ backupCodesRemaining: 9, backupCodesLow: false });
  expect((await mailsTo(system, account.email)).at(-1)).toMatchObject({
    template: "backup-code-used",
    props: { remaining: 9 },
  });
  expect((await auditOf(system, account.id)).at(-1)?.detail.after).toMatchObject({ factor: "backup_code" });
  await expect(comeIn(code)).rejects.toMatchObject({ code: "FACTOR_WRONG" });
});

test("one code under twenty at once opens one session", async () => {
  const challenges: string[] = [];
  for (let index = 0; index < 20; index++) challenges.push(await begin());
  const { values, codes } = await twentyAtOnce((index) =>
    verifyMfa(asGuest(system.web), { challengeId: challenges[index] ?? "", backupCode: factor.backupCodes[0] }),
  );
  expect(values).toHaveLength(1);
  expect(codes.every((refusal) => refusal === "FACTOR_WRONG" || refusal === "RATE_LIMITED")).toBe(true);
  expect(await countBackupCodes(await withToken(system.web, values[0]?.token ?? ""))).toMatchObject({ remaining: 9 });
});

test("a try costs one hash, whether a code begins like it or none does", async () => {
  const [code = ""] = factor.backupCodes;
  const tries = [`${code.slice(0, -1)}${code.endsWith("a") ? "b" : "a"}`, "zzzz-zzzz-zzzz-zzzz"];
  for (const backupCode of tries) {
    const challengeId = await begin();
    const { completed } = system.web.hasher.stats();
    await expect(verifyMfa(asGuest(system.web), { challengeId, backupCode })).rejects.toMatchObject({
      code: "FACTOR_WRONG",
    });
    expect(system.web.hasher.stats().completed - completed).toBe(1);
  }
});

test("from two left on it is said that they run out; with none left only the app is offered", async () => {
  const left: [number | null, boolean][] = [];
  for (const code of factor.backupCodes) {
    const { backupCodesRemaining, backupCodesLow, token } = await comeIn(code);
    left.push([backupCodesRemaining, backupCodesLow]);
    const counted = await countBackupCodes(await withToken(system.web, token));
    expect([counted.remaining, counted.isLow]).toEqual(left.at(-1));
  }
  expect(left.map(([remaining]) => remaining)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
  expect(left.map(([, isLow]) => isLow)).toEqual([...Array(7).fill(false), true, true, true]);
  const answer = await signIn(asGuest(system.web), { identifier: account.email, password: TEST_PASSWORD });
  expect(answer).toMatchObject({ methods: ["totp"] });
});

test("making new ones wants password and code, voids the old ones and tells the owner", async () => {
  const ctx = await withToken(system.web, factor.token);
  const wrong = factor.code() === "000000" ? "000001" : "000000";
  const { completed } = system.web.hasher.stats();
  await expect(regenerateBackupCodes(ctx, { password: TEST_PASSWORD, code: wrong })).rejects.toMatchObject({
    code: "FACTOR_WRONG",
  });
  expect(system.web.hasher.stats().completed - completed).toBe(1);
  const made = await regenerateBackupCodes(ctx, { password: TEST_PASSWORD, code: factor.code() });
  expect(made.backupCodes).toHaveLength(10);
  expect(await getMfaStatus(ctx)).toMatchObject({ enabled: true, backupCodesRemaining: 10 });
  expect((await mailsTo(system, account.email)).at(-1)?.template).toBe("backup-codes-regenerated");
  expect((await auditOf(system, account.id)).at(-1)?.action).toBe("backup_codes.regenerated");
  await expect(comeIn(factor.backupCodes[5])).rejects.toMatchObject({ code: "FACTOR_WRONG" });
  await comeIn(made.backupCodes[5]);
});

test("who lost the app makes new ones by one of the old, once, and a used one makes none", async () => {
  const ctx = await withToken(system.web, factor.token);
  const [backupCode = "", other = ""] = factor.backupCodes;
  await comeIn(backupCode);
  const used = regenerateBackupCodes(ctx, { password: TEST_PASSWORD, backupCode });
  await expect(used).rejects.toMatchObject({ code: "FACTOR_WRONG" });
  const made = await regenerateBackupCodes(ctx, { password: TEST_PASSWORD, backupCode: other });
  expect(made.backupCodes).toHaveLength(10);
  expect(await getMfaStatus(ctx)).toMatchObject({ backupCodesRemaining: 10 });
  expect((await auditOf(system, account.id)).at(-1)).toMatchObject({ detail: { after: { factor: "backup_code" } } });
  const again = regenerateBackupCodes(ctx, { password: TEST_PASSWORD, backupCode: factor.backupCodes[2] ?? "" });
  await expect(again).rejects.toMatchObject({ code: "FACTOR_WRONG" });
});

test("one code makes new ones once under ten at once, and the ten that are stored are the ones shown", async () => {
  const ctx = await withToken(system.web, factor.token);
  const given = { password: TEST_PASSWORD, code: factor.code() };
  const made = await Promise.allSettled(Array.from({ length: 10 }, () => regenerateBackupCodes(ctx, given)));
  const shown = made.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  expect(shown).toHaveLength(1);
  // Nine wrong ones have barred the second factor by now.
  system.clock.advance({ minutes: 15 });
  await comeIn(shown[0]?.backupCodes[9]);
});

test("no code, no key and no hash of one leaves the server again, nor stands readable beside its table", async () => {
  const { token } = await comeIn(factor.backupCodes[0]);
  const ctx = await withToken(system.web, token);
  const answers = JSON.stringify([await getMfaStatus(ctx), await countBackupCodes(ctx)]);
  const secrets = [factor.secret, ...factor.backupCodes.flatMap((code) => [code, code.replaceAll("-", "")])];
  const { rows: tables } = await system.owner.query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
  );
  for (const { name } of tables) {
    const { rows } = await system.owner.query<{ text: string }>(`SELECT t::text AS text FROM "${name}" t`);
    const text = answers + rows.map((row) => row.text).join("\n");
    expect({ name, found: secrets.filter((secret) => text.includes(secret)) }).toEqual({ name, found: [] });
  }
});
