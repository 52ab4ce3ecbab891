import type { Page } from "@playwright/test";
import { expect, test } from "./app-test.ts";
import type { Person } from "./person.ts";
import { newMember, signIn } from "./person.ts";

let person: Person;

test.beforeAll(async () => {
  person = await newMember("shell");
});

test.beforeEach(async ({ page }) => {
  await signIn(page, person);
});

async function create(page: Page, name: string): Promise<void> {
  await page.goto("/workspaces/new");
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByRole("main").getByRole("button", { name: "Create workspace" }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
}

test("workspaces are switched by keys alone", async ({ page }) => {
  await create(page, `Alder ${person.username}`);
  await create(page, `Birch ${person.username}`);
  await page.getByRole("button", { name: /Switch workspace/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("combobox", { name: "Switch workspace" })).toBeFocused();
  await page.keyboard.type("alder");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: /^Alder/, level: 1 })).toBeVisible();
});

test("the palette goes to a page and gives the focus back when it is closed", async ({ page }) => {
  await page.goto("/account");
  await expect(page.getByRole("heading", { name: "Profile", level: 1 })).toBeVisible();
  const search = page.getByRole("button", { name: /Search or jump to/ });
  await search.press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(search).toBeFocused();
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("security");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/account/security");
});

test("an act that needs a fresh proof asks for the password and then goes ahead", async ({ page }) => {
  const name = `Cedar ${person.username}`;
  await create(page, name);
  await page.goto(`${page.url()}/settings/ownership`);
  // Ten minutes cannot be waited for here: the first call is answered as a stale proof would be.
  await page.route(
    "**/api/trpc/workspaces.delete**",
    (route) =>
      route.fulfill({
        status: 403,
        contentType: "application/json",
        body: JSON.stringify([
          { error: { message: "", code: -32003, data: { code: "STEP_UP_REQUIRED", meta: {}, requestId: "r" } } },
        ]),
      }),
    { times: 1 },
  );
  await page.getByRole("button", { name: "Delete workspace" }).click();
  await page.getByRole("alertdialog").getByRole("textbox").fill(name);
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete workspace" }).click();
  const proof = page.getByRole("dialog", { name: "Confirm that it’s you" });
  await proof.getByLabel("Your password").fill("Wrong-River-42-Lantern");
  await proof.getByRole("button", { name: "Confirm" }).click();
  await expect(proof.getByRole("alert")).toBeVisible();
  await proof.getByLabel("Your password").fill(person.password);
  await proof.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText(`${name} was deleted`)).toBeVisible();
});

test("a change of language is worded at once", async ({ page }) => {
  await page.goto("/account");
  await page.getByRole("combobox", { name: "Language" }).click();
  await page.getByRole("option", { name: "Tiếng Việt" }).click();
  await page.getByRole("button", { name: "Save changes" }).last().click();
  await expect(page.getByRole("heading", { name: "Hồ sơ", level: 1 })).toBeVisible();
});

test("at 360 px the sheet holds the menus and closes when one has arrived", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/account");
  await page.getByRole("button", { name: /Open the menu|Mở trình đơn/ }).click();
  await page.getByRole("button", { name: /Switch workspace|Chuyển không gian làm việc/ }).click();
  await page.getByRole("option", { name: /Create workspace|Tạo không gian làm việc/ }).click();
  await page.waitForURL("**/workspaces/new");
  await expect(page.locator("#sidebar")).toBeHidden();
});
