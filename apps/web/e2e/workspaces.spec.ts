import type { Page } from "@playwright/test";
import { expect, test } from "./app-test.ts";
import { newMember, signIn } from "./person.ts";

async function create(page: Page, name: string) {
  await page.goto("/workspaces/new");
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByRole("button", { name: "Create workspace" }).click();
  await page.waitForURL("**/w/**");
  return new URL(page.url()).pathname;
}

test("an old address leads to the new one, and what is not yours is not found", async ({ page }) => {
  const person = await newMember("rename");
  await signIn(page, person);
  const path = await create(page, `Rename ${person.username}`);
  await page.goto(`${path}/settings`);
  const slug = `moved-${person.username}`;
  await page.getByRole("textbox", { name: "Address" }).fill(slug);
  await page.getByRole("button", { name: "Change address" }).click();
  await page.waitForURL(`**/w/${slug}/settings`);
  await page.goto(path);
  await page.waitForURL(`**/w/${slug}`);

  const stranger = await newMember("stranger");
  await page.context().clearCookies();
  await signIn(page, stranger);
  await page.goto(`/w/${slug}`);
  await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
});

test("a bad name is refused beside its field and nothing is lost", async ({ page }) => {
  await signIn(page, await newMember("refused"));
  await page.goto("/workspaces/new");
  await page.getByRole("textbox", { name: "Name" }).fill("x");
  await page.getByRole("button", { name: "Create workspace" }).click();
  await expect(page.getByText("Use 2–60 characters.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("x");
  await expect(page.getByRole("textbox", { name: "Name" })).toBeFocused();
});

test("the workspace used last opens at sign-in on another device", async ({ page, browser }) => {
  const person = await newMember("last");
  await signIn(page, person);
  await create(page, `First ${person.username}`);
  const second = await create(page, `Second ${person.username}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  const other = await browser.newContext();
  const elsewhere = await other.newPage();
  await signIn(elsewhere, person);
  await elsewhere.waitForURL(`**${second}`);
  await other.close();
});
