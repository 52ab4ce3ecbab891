import { hashToken } from "@pronaflow/auth";
import type { TestSystem } from "@pronaflow/testing";
import { asGuest, makeAccount, openTestSystem } from "@pronaflow/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { transact } from "../kernel/transaction.ts";
import { noticeMail } from "./notice-mail.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(() => system.close());

async function notice(undo?: { kind: "email"; from: string; to: string }) {
  const account = await makeAccount(system);
  const owner = { ...account, locale: "en" as const, timeZone: "UTC" };
  const mail = await transact(system.web, {}, (tx) =>
    noticeMail(tx, asGuest(system.web), owner, { template: "password-changed", facts: {}, ...(undo && { undo }) }),
  );
  const { rows } = await system.owner.query("SELECT * FROM security_notice WHERE account_id = $1", [account.id]);
  return { account, mail, row: rows[0] };
}

test("a notice tells when and from where, and its link works for 72 hours", async () => {
  const { account, mail, row } = await notice();
  expect(mail).toMatchObject({
    template: "password-changed",
    to: account.email,
    props: { at: system.clock.now().toISOString(), device: "Chrome 140, Linux" },
  });
  expect(row).toMatchObject({ kind: "password-changed", at: system.clock.now(), undo: null, used_at: null });
  expect(row.expires_at.getTime() - row.at.getTime()).toBe(72 * 60 * 60 * 1000);
});

test("the link's token is in the mail's fragment; the database holds its hash and the change sealed", async () => {
  const { mail, row } = await notice({ kind: "email", from: "old@example.com", to: "new@example.com" });
  const link = "notMeLink" in mail.props ? mail.props.notMeLink : "";
  const [, token = ""] = link.split("/not-me#token=");
  expect(token).toMatch(/^[a-z2-7]{32}$/);
  expect(row.token_hash.equals(hashToken(token))).toBe(true);
  expect(JSON.stringify(row)).not.toMatch(new RegExp(`${token}|old@example|new@example`));
});
