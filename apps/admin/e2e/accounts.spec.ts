import type { Browser, Page } from "@playwright/test";
import { ageProof, waitUntilInteractive } from "@pronaflow/testing/browser";
import { expect, test } from "./console-test.ts";
import { e2eEnv } from "./env.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { firstAdmin } from "./first-admin-account.ts";
import type { Owner } from "./owner.ts";
import { newOwner } from "./owner.ts";

const REASON = "Spam was sent from this account";

test.beforeEach(async ({ page }) => {
  // Nothing fades in while it is judged.
  await page.emulateMedia({ reducedMotion: "reduce" });
});

async function openTab(browser: Browser, owner: Owner): Promise<Page> {
  const context = await browser.newContext({ locale: "en-GB", baseURL: e2eEnv.webUrl });
  const tab = await context.newPage();
  waitUntilInteractive(tab);
  await tab.goto("/sign-in");
  await enter(tab, owner);
  await tab.waitForURL((url) => url.pathname !== "/sign-in");
  return tab;
}

async function enter(tab: Page, { email, password }: Owner): Promise<void> {
  await tab.getByLabel("Email or username").fill(email);
  await tab.getByLabel("Password", { exact: true }).fill(password);
  await tab.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** Waits for a mail of that subject, with the reason in it. */
async function expectMailed({ email }: Owner, subject: RegExp): Promise<void> {
  await expect(async () => {
    const mails = (await (await fetch(`${e2eEnv.inboxUrl}/api/email`)).json()) as {
      subject?: string;
      text?: string;
      to?: { address: string }[];
    }[];
    const theirs = mails.filter((mail) => mail.to?.some(({ address }) => address === email));
    expect(theirs.some((mail) => subject.test(mail.subject ?? "") && mail.text?.includes(REASON))).toBe(true);
  }).toPass();
}

/** Fills in why, and goes ahead. */
async function giveReason(page: Page, title: RegExp, reason: string, confirm: string): Promise<void> {
  const dialog = page.getByRole("dialog", { name: title });
  await dialog.getByLabel("Reason").fill(reason);
  await dialog.getByRole("button", { name: confirm }).click();
}

async function findAccount(page: Page, owner: Owner): Promise<void> {
  await page.goto("/workspaces");
  await page.getByRole("link", { name: "Accounts", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Accounts", level: 1 })).toBeVisible();
  await page.getByRole("searchbox", { name: "Search accounts" }).fill(owner.email);
  const row = page.getByRole("row").filter({ hasText: owner.email });
  await expect(page.getByRole("row")).toHaveCount(2);
  await expectAccessible(page);
  await row.getByRole("link", { name: "Olive Owner" }).click();
  await expect(page.getByRole("heading", { name: "Olive Owner", level: 1 })).toBeVisible();
}

test("somebody who is suspended is out of their open tab with the next call, and comes back once that is lifted", async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const owner = await newOwner("suspended");
  const { name } = await owner.create("Lonely Place");
  const tab = await openTab(browser, owner);
  const main = page.getByRole("main");

  await findAccount(page, owner);
  await expect(main.getByRole("link", { name })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Suspend" }).click();
  await giveReason(page, /^Suspend Olive Owner/, "No", "Suspend account");
  await expect(page.getByRole("dialog").getByLabel("Reason")).toHaveAttribute("aria-invalid", "true");
  await page.getByRole("dialog").getByRole("combobox", { name: "For how long" }).click();
  await page.getByRole("option", { name: "7 days" }).click();
  await expectAccessible(page);
  await ageProof(e2eEnv.databaseUrl, firstAdmin.email);
  await giveReason(page, /^Suspend Olive Owner/, REASON, "Suspend account");
  const proof = page.getByRole("dialog", { name: "Confirm that it’s you" });
  await proof.getByLabel("Your password").fill(firstAdmin.password);
  await proof.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText("Olive Owner is suspended")).toBeVisible();
  await expect(main.getByText(/^Suspended since .*, until .*Spam was sent/)).toBeVisible();
  await expect(main.getByText("Signed in nowhere")).toBeVisible();
  await expectAccessible(page);
  await expectMailed(owner, /^Your .* account was suspended$/);

  await tab.reload();
  await tab.waitForURL(/\/sign-in/);
  await enter(tab, owner);
  await expect(tab.getByRole("alert").filter({ hasText: /./ }).first()).toBeVisible();
  await expect(tab).toHaveURL(/\/sign-in/);

  await page.getByRole("button", { name: "Lift suspension" }).click();
  await giveReason(page, /^Lift the suspension/, "It was a mistake", "Lift suspension");
  await expect(page.getByText("Olive Owner can sign in again")).toBeVisible();
  await expect(main.getByText(/^Suspended since/)).toBeHidden();
  await enter(tab, owner);
  await tab.waitForURL((url) => url.pathname !== "/sign-in");

  await page.reload();
  await page
    .getByRole("button", { name: /^End this session/ })
    .first()
    .click();
  await giveReason(page, /^Sign Olive Owner out of this device/, "A laptop was lost", "End session");
  await expect(main.getByText("Signed in nowhere")).toBeVisible();
  await tab.reload();
  await tab.waitForURL(/\/sign-in/);
  await tab.context().close();
});

test("one's own account cannot be suspended, and the page says why", async ({ page }) => {
  await page.goto(`/accounts?q=${encodeURIComponent(firstAdmin.email)}`);
  await page.getByRole("row").filter({ hasText: firstAdmin.email }).getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const suspend = page.getByRole("button", { name: "Suspend" });
  await expect(suspend).toHaveAttribute("aria-disabled", "true");
  await suspend.hover();
  await expect(page.getByText("This is your own account.").filter({ visible: true })).toBeVisible();
});
