import { freshWord, nextCode } from "@pronaflow/testing/browser";
import { expect, test } from "./console-test.ts";
import { firstAdmin } from "./first-admin-account.ts";
import { keepAdmin, readAdmin } from "./kept-admin.ts";
import { newOwner } from "./owner.ts";

const prefix = `paging${freshWord()}`;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  const [first, second] = [await newOwner(prefix), await newOwner(prefix)];
  for (let number = 1; number <= 14; number++) {
    await first.create(`Paging ${prefix} first ${number}`);
    await second.create(`Paging ${prefix} second ${number}`);
  }
  await second.remove(await second.create(`Gone ${prefix}`));
});

test("a list longer than a page goes on and back, by the address alone", async ({ page }) => {
  await page.goto(`/workspaces?q=${prefix}`);
  const rows = page.getByRole("row").filter({ has: page.getByRole("link") });
  await expect(rows).toHaveCount(25);
  const firstName = await rows.first().getByRole("link").textContent();

  await page.getByRole("link", { name: "Next" }).click();
  await expect(rows).toHaveCount(4);
  await expect(page).toHaveURL(/cursor=/);
  await page.reload();
  await expect(rows).toHaveCount(4);

  await page.getByRole("link", { name: "Previous" }).click();
  await expect(rows).toHaveCount(25);
  await expect(rows.first().getByRole("link")).toHaveText(firstName ?? "");
  await page.goBack();
  await expect(rows).toHaveCount(4);
});

test("filters and search narrow the list, and the address says how", async ({ page }) => {
  await page.goto("/workspaces");
  await page.getByRole("searchbox", { name: "Search workspaces" }).fill(prefix);
  await expect(page).toHaveURL(new RegExp(`q=${prefix}`));
  await page.getByRole("link", { name: "Deleted", exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`filter=deleted&q=${prefix}`));
  await expect(page.getByRole("link", { name: `Gone ${prefix}` })).toBeVisible();
  await expect(page.getByRole("row").filter({ has: page.getByRole("link") })).toHaveCount(1);

  await page.getByRole("link", { name: "Purging soon" }).click();
  await expect(page.getByText(`Nothing matches “${prefix}”`)).toBeVisible();
  await page.getByRole("link", { name: "Show all workspaces" }).click();
  await expect(page).toHaveURL(/\/workspaces$/);
  await expect(page.getByRole("searchbox", { name: "Search workspaces" })).toHaveValue("");
});

test("a list that cannot be read by its cursor leads to the first page", async ({ page }) => {
  await page.goto("/workspaces?cursor=bm90LWEtY3Vyc29y");
  await expect(page.getByRole("alert").getByText("There is nothing here")).toBeVisible();
  await page.getByRole("link", { name: "Go to the first page" }).click();
  await expect(
    page
      .getByRole("row")
      .filter({ has: page.getByRole("link") })
      .first(),
  ).toBeVisible();
});

test("an address of no workspace is not found", async ({ page }) => {
  for (const id of ["nonsense", "01900000-0000-7000-8000-000000000000"]) {
    await page.goto(`/workspaces/${id}`);
    await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeAttached();
    await page.getByRole("main").getByRole("link", { name: "Workspaces" }).click();
    await expect(page.getByRole("heading", { name: "Workspaces", level: 1 })).toBeVisible();
  }
});

test("signing out ends the session", async ({ page }) => {
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await page.getByLabel("Email or username").fill(firstAdmin.username);
  await page.getByLabel("Password", { exact: true }).fill(firstAdmin.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  const admin = readAdmin();
  await page.getByLabel("6-digit code").fill(await nextCode(admin.authenticator));
  keepAdmin(admin);
  await page.getByRole("button", { name: /Account menu/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.goto("/workspaces");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
});
