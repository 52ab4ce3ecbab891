import type { TestSystem } from "@pronaflow/testing";
import {
  asGuest,
  asUser,
  auditOf,
  linkTokenOf,
  mailsTo,
  makeAccount,
  openTestSystem,
  TEST_PASSWORD,
  twentyAtOnce,
} from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { changePendingAddress } from "./change-pending-address.ts";
import { resendVerification } from "./resend-verification.ts";
import { verifyEmail } from "./verify-email.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(() => system.close());
beforeEach(() => system.clock.advance({ hours: 3 }));

async function pendingWithLink() {
  const account = await makeAccount(system, { status: "PENDING" });
  await resendVerification(asGuest(system.web), { email: account.email });
  return { account, token: await linkTokenOf(system, account.email, "verify-email") };
}

async function statusOf(id: string) {
  const { rows } = await system.owner.query("SELECT status FROM account WHERE id = $1", [id]);
  return rows[0]?.status as string;
}

test("a link makes a pending account active, once, and is audited as the owner's act", async () => {
  const { account, token } = await pendingWithLink();
  expect(await verifyEmail(asGuest(system.web), { token })).toEqual({ status: "verified" });
  expect(await statusOf(account.id)).toBe("ACTIVE");
  const rows = await auditOf(system, account.id);
  expect(rows.at(-1)).toMatchObject({
    action: "account.email_verified",
    actorKind: "ACCOUNT",
    actorId: account.id,
    detail: { before: { status: "PENDING" }, after: { status: "ACTIVE" } },
  });
  await expect(verifyEmail(asGuest(system.web), { token })).rejects.toMatchObject({ code: "TOKEN_INVALID" });
});

test("twenty callers with one link: one verifies, nineteen hear that it is spent", async () => {
  const { account, token } = await pendingWithLink();
  const { values, codes } = await twentyAtOnce(() => verifyEmail(asGuest(system.web), { token }));
  expect(values).toHaveLength(1);
  expect(codes).toEqual(Array(19).fill("TOKEN_INVALID"));
  const verified = (await auditOf(system, account.id)).filter(({ action }) => action === "account.email_verified");
  expect(verified).toHaveLength(1);
});

test("a link works up to a second before 24 hours and not a second after", async () => {
  const early = await pendingWithLink();
  system.clock.advance({ hours: 24, seconds: -1 });
  await verifyEmail(asGuest(system.web), { token: early.token });
  const late = await pendingWithLink();
  system.clock.advance({ hours: 24, seconds: 1 });
  await expect(verifyEmail(asGuest(system.web), { token: late.token })).rejects.toMatchObject({
    code: "TOKEN_INVALID",
  });
  expect(await statusOf(late.account.id)).toBe("PENDING");
});

test("a newer link voids the older one", async () => {
  const { account, token } = await pendingWithLink();
  system.clock.advance({ minutes: 1 });
  await resendVerification(asGuest(system.web), { email: account.email });
  await expect(verifyEmail(asGuest(system.web), { token })).rejects.toMatchObject({ code: "TOKEN_INVALID" });
  await verifyEmail(asGuest(system.web), { token: await linkTokenOf(system, account.email, "verify-email") });
});

test("a link opened in another person's session does nothing and stays good", async () => {
  const { account, token } = await pendingWithLink();
  const other = await asUser(system, await makeAccount(system));
  await expect(verifyEmail(other, { token })).rejects.toMatchObject({ code: "TOKEN_INVALID" });
  expect(await statusOf(account.id)).toBe("PENDING");
  await verifyEmail(asGuest(system.web), { token });
});

test("an unknown link is refused like a spent one, and the try outlives the refusal in the ledger", async () => {
  const ctx = asGuest(system.web, { requestId: "unknown-link" });
  await expect(verifyEmail(ctx, { token: "a".repeat(32) })).rejects.toMatchObject({ code: "TOKEN_INVALID", meta: {} });
  const { rows } = await system.owner.query("SELECT kind, outcome FROM auth_attempt WHERE request_id = 'unknown-link'");
  expect(rows).toEqual([{ kind: "email_verification", outcome: "token_invalid" }]);
});

test("resending answers alike for nobody, a verified account and a pending one; only the last gets a mail", async () => {
  const active = await makeAccount(system);
  const pending = await makeAccount(system, { status: "PENDING" });
  for (const email of ["nobody@example.com", active.email, pending.email]) {
    expect(await resendVerification(asGuest(system.web), { email })).toEqual({ status: "accepted" });
    // The limit is the address's, whoever has it: the second call within a minute is refused for all three.
    await expect(resendVerification(asGuest(system.web), { email })).rejects.toMatchObject({
      code: "RATE_LIMITED",
      meta: { retryAfterSeconds: 60 },
    });
  }
  expect(await mailsTo(system, "nobody@example.com")).toEqual([]);
  expect(await mailsTo(system, active.email)).toEqual([]);
  expect(await mailsTo(system, pending.email)).toHaveLength(1);
  expect(await auditOf(system, pending.id)).toMatchObject([{ action: "account.verification_resent" }]);
});

test("a sixth link within the hour waits", async () => {
  const { email } = await makeAccount(system, { status: "PENDING" });
  for (let index = 0; index < 5; index++) {
    await resendVerification(asGuest(system.web), { email });
    system.clock.advance({ minutes: 1 });
  }
  await expect(resendVerification(asGuest(system.web), { email })).rejects.toMatchObject({ code: "RATE_LIMITED" });
  expect(await mailsTo(system, email)).toHaveLength(5);
});

test("a pending account takes another address with its password: the old link is void, the new one counts", async () => {
  const { account, token } = await pendingWithLink();
  const ctx = await asUser(system, account);
  const wrong = changePendingAddress(ctx, { email: "Moved@example.com", password: "not it" });
  await expect(wrong).rejects.toMatchObject({ code: "CURRENT_PASSWORD_WRONG" });
  const output = await changePendingAddress(ctx, { email: "Moved@example.com", password: TEST_PASSWORD });
  expect(output).toEqual({ status: "verification_sent" });
  await expect(verifyEmail(ctx, { token })).rejects.toMatchObject({ code: "TOKEN_INVALID" });
  await verifyEmail(ctx, { token: await linkTokenOf(system, "Moved@example.com", "email-address-changed") });
  expect((await auditOf(system, account.id)).map(({ action }) => action)).toEqual([
    "account.verification_resent",
    "account.pending_address_changed",
    "account.email_verified",
  ]);
});

test("someone else's address gives the same answer, changes nothing and tells its owner", async () => {
  const owner = await makeAccount(system);
  const { account, token } = await pendingWithLink();
  const ctx = await asUser(system, account);
  const output = await changePendingAddress(ctx, { email: owner.email, password: TEST_PASSWORD });
  expect(output).toEqual({ status: "verification_sent" });
  expect((await mailsTo(system, owner.email)).map(({ template }) => template)).toEqual(["already-registered"]);
  await verifyEmail(ctx, { token });
});

test("a verified account cannot take this way to another address", async () => {
  const ctx = await asUser(system, await makeAccount(system));
  const change = changePendingAddress(ctx, { email: "else@example.com", password: TEST_PASSWORD });
  await expect(change).rejects.toMatchObject({ code: "ALREADY_VERIFIED" });
});

test("twenty pending accounts that ask for one address at once: one gets it", async () => {
  const contexts = await Promise.all(
    Array.from({ length: 20 }, async () => await asUser(system, await makeAccount(system, { status: "PENDING" }))),
  );
  const { codes } = await twentyAtOnce(async (index) => {
    const ctx = contexts[index] ?? asNobody();
    return await changePendingAddress(ctx, { email: "wanted@example.com", password: TEST_PASSWORD });
  });
  expect(codes.every((code) => code === "RATE_LIMITED")).toBe(true);
  const { rows } = await system.owner.query("SELECT 1 FROM account WHERE email_normal = 'wanted@example.com'");
  expect(rows).toHaveLength(1);
});

function asNobody(): never {
  throw new Error("There are twenty contexts.");
}
