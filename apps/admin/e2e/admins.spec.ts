import type { Locator, Page } from "@playwright/test";
import { ageProof, nextCode, waitUntilInteractive } from "@pronaflow/testing/browser";
import { expect, test } from "./console-test.ts";
import { e2eEnv } from "./env.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { firstAdmin } from "./first-admin-account.ts";
import { mailedLink } from "./mailed-link.ts";
import type { Owner } from "./owner.ts";
import { newOwner } from "./owner.ts";

const rowOf = (page: Page, email: string) => page.getByRole("row").filter({ hasText: email });

async function act(page: Page, email: string, name: string): Promise<Locator> {
  await rowOf(page, email)
    .getByRole("button", { name: /^Actions for / })
    .click();
  await page.getByRole("menuitem", { name }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  return dialog;
}

async function choose(page: Page, dialog: Locator, role: RegExp): Promise<void> {
  await dialog.getByRole("combobox", { name: "Role" }).click();
  await page.getByRole("option", { name: role }).click();
}

async function signIn(page: Page, { email, password }: Owner): Promise<void> {
  await page.getByLabel("Email or username").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

async function nameAdmin(page: Page, email: string): Promise<void> {
  await page.getByRole("button", { name: "Name an admin" }).click();
  const dialog = page.getByRole("dialog", { name: "Name an admin" });
  await dialog.getByLabel("Email or username").fill(email.slice(0, -2));
  await dialog.getByRole("button", { name: "Find account" }).click();
  await expect(dialog.getByText("No account has this email or username.", { exact: false })).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel("Email or username").fill(email.toUpperCase());
  await dialog.getByRole("button", { name: "Find account" }).click();
  await expect(dialog.getByText(email)).toBeVisible();
  await expect(dialog.getByText("Not set up", { exact: true })).toBeVisible();
  await choose(page, dialog, /^Admin/);
  await dialog.getByLabel("Reason").fill("no");
  await dialog.getByRole("button", { name: "Give this role" }).click();
  await expect(dialog.getByLabel("Reason")).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page);
  await dialog.getByLabel("Reason").fill("Takes over the night shift");
  await ageProof(e2eEnv.databaseUrl, firstAdmin.email);
  await dialog.getByRole("button", { name: "Give this role" }).click();
  const question = page.getByRole("dialog", { name: "Confirm that it’s you" });
  await question.getByLabel("Your password").fill(firstAdmin.password);
  await question.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText("Olive Owner: Admin", { exact: true })).toBeVisible();
}

/** The first sign-in of somebody who has no second factor yet: the console sets it up before it opens. */
async function enrol(page: Page, owner: Owner): Promise<void> {
  await page.goto(`${e2eEnv.consoleUrl}/sign-in`);
  await signIn(page, owner);
  await expect(page.getByRole("heading", { name: "Set up two-step sign-in" })).toBeVisible();
  await page.getByLabel("Your password").fill(owner.password);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("img", { name: /QR code/ })).toBeVisible();
  const secret = ((await page.locator("code").textContent()) ?? "").replace(/\s/g, "");
  await page.getByLabel("6-digit code").fill(await nextCode({ secret, lastStep: 0 }));
  await page.getByLabel("I saved these codes").check();
  await page.getByRole("button", { name: "Open the console" }).click();
  await expect(page.getByRole("heading", { name: "Workspaces", level: 1 })).toBeVisible();
}

test("a superadmin names an admin, who signs in with a second factor, and is out with the next call once demoted", async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const owner = await newOwner("named");
  await page.goto("/workspaces");
  await page.getByRole("link", { name: "Admins", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Admins", level: 1 })).toBeVisible();
  await expectAccessible(page);

  await nameAdmin(page, owner.email);
  await expect(rowOf(page, owner.email)).toContainText("Never");
  await expect(rowOf(page, owner.email)).toContainText("Not set up");
  const link = await mailedLink(owner.email, "not-me", /Your role in the .* console: Admin/);
  expect(link).toContain(e2eEnv.webUrl);

  const theirs = await browser.newContext({ locale: "en-GB", baseURL: e2eEnv.consoleUrl });
  const other = await theirs.newPage();
  waitUntilInteractive(other);
  await enrol(other, owner);
  // An admin acts, and names nobody: the navigation says why, and so does the page.
  const place = other.getByRole("navigation").getByRole("button", { name: "Admins" });
  await expect(place).toHaveAttribute("aria-disabled", "true");
  await other.goto("/admins");
  await expect(other.getByRole("main").getByText("Admin may not name admins. Ask Superadmin.")).toBeVisible();
  await expect(other.getByRole("button", { name: "Name an admin" })).toHaveCount(0);
  await expectAccessible(other);

  await page.reload();
  await expect(rowOf(page, owner.email)).toContainText("On");
  await expect(rowOf(page, owner.email)).not.toContainText("Never");
  const changing = await act(page, owner.email, "Change role");
  await expect(changing.getByRole("button", { name: "Change role" })).toHaveAttribute("aria-disabled", "true");
  await choose(page, changing, /^Support/);
  await changing.getByLabel("Reason").fill("Only reads from now on");
  await expectAccessible(page);
  await changing.getByRole("button", { name: "Change role" }).click();
  await expect(rowOf(page, owner.email)).toContainText("Support");
  await other.getByRole("link", { name: "Incidents" }).click();
  await expect(other).toHaveURL(/\/sign-in\?next=%2Fincidents/);

  const removing = await act(page, owner.email, "Take the role away");
  await removing.getByLabel("Reason").fill("The night shift is over");
  await removing.getByRole("button", { name: "Take the role away" }).click();
  await expect(rowOf(page, owner.email)).toHaveCount(0);
  await mailedLink(owner.email, "not-me", /no longer have a role/);
  await signIn(other, owner);
  await expect(other.getByText("Email, username or password is wrong.")).toBeVisible();
  await theirs.close();
});

test("the last superadmin stays, and their menu says why", async ({ page }) => {
  await page.goto("/admins?role=superadmin");
  await expect(rowOf(page, firstAdmin.email)).toContainText("You");
  await rowOf(page, firstAdmin.email)
    .getByRole("button", { name: /^Actions for / })
    .click();
  for (const name of [/^Change role/, /^Take the role away/]) {
    const item = page.getByRole("menuitem", { name });
    await expect(item).toHaveAttribute("aria-disabled", "true");
    await expect(item).toContainText("The last superadmin stays. Name another one first.");
  }
});

test("a list that finds nobody leads to all, one that cannot be read says so and tries again", async ({ page }) => {
  await page.goto("/admins?q=nobody-is-called-this");
  await expect(page.getByText("Nobody matches “nobody-is-called-this”")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Show all admins" }).click();
  await expect(rowOf(page, firstAdmin.email)).toBeVisible();

  await page.goto("/admins?cursor=bm9uc2Vuc2U");
  await page.getByRole("link", { name: "Go to the first page" }).click();
  await expect(rowOf(page, firstAdmin.email)).toBeVisible();
});
