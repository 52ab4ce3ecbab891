import type { Page } from "@playwright/test";
import { expect, test } from "./app-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { newMember, signIn } from "./person.ts";

async function create(page: Page, name: string): Promise<string> {
  await page.goto("/workspaces/new");
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByRole("button", { name: "Create workspace" }).click();
  await page.waitForURL("**/w/**");
  return new URL(page.url()).pathname;
}

test("an Owner deletes a workspace and takes it back from what was recently deleted", async ({ page }) => {
  const person = await newMember("undo");
  await signIn(page, person);
  const name = `Undo ${person.username}`;
  const path = await create(page, name);
  await page.goto(`${path}/settings/ownership`);
  await expect(page.getByRole("heading", { name: "Owners", exact: true })).toBeVisible();
  await expect(page.getByText("There is nobody to hand over to yet.").first()).toBeVisible();
  await expectAccessible(page);
  await expect(page.locator('[aria-current="page"]')).toHaveText(["Settings", "Ownership"]);
  await page.getByRole("button", { name: "Delete workspace" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("textbox").fill(name);
  await dialog.getByRole("button", { name: "Delete workspace" }).click();
  await page.waitForURL("**/workspaces/new");
  await page.goto("/workspaces/deleted");
  await expect(page.getByRole("heading", { name })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Undo deletion" }).click();
  await page.waitForURL(`**${path}`);
  await page.goto("/workspaces/deleted");
  await expect(page.getByText("Nothing was deleted")).toBeVisible();
  await page.goto("/transfers");
  await expect(page.getByText("Nobody offers you a workspace")).toBeVisible();
  await expectAccessible(page);
});
