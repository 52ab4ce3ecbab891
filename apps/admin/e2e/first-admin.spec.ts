import type { Page } from "@playwright/test";
import { expect, test } from "./console-test.ts";
import { e2eEnv } from "./env.ts";
import { firstAdmin } from "./first-admin-account.ts";

test.describe.configure({ mode: "serial" });

async function fillSetup(page: Page, password: string): Promise<void> {
  await page.getByLabel("Your name").fill(firstAdmin.displayName);
  await page.getByLabel("Username").fill(firstAdmin.username);
  await page.getByLabel("Email").fill(firstAdmin.email);
  await page.getByLabel("Password", { exact: true }).fill(password);
}

test("the console shows nothing to someone who is not signed in, and leads back after sign-in", async ({ page }) => {
  await page.goto("/workspaces?filter=deleted");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fworkspaces%3Ffilter%3Ddeleted$/);
  await expect(page.getByRole("heading", { name: "Sign in to the console" })).toBeVisible();
});

test("the setup page without its link says where the link is", async ({ page }) => {
  await page.goto("/setup");
  await expect(page.getByRole("heading", { name: "This page needs its link" })).toBeVisible();
  await expect(page.getByText("pnpm admin:create")).toBeVisible();
});

test("the link makes the first admin, who signs in", async ({ page }) => {
  await page.goto(e2eEnv.firstAdminLink);
  await fillSetup(page, "short");
  await page.getByRole("button", { name: "Create admin" }).click();
  await expect(page.getByText("Choose a password that meets every rule below.")).toBeVisible();

  await fillSetup(page, firstAdmin.password);
  await page.getByRole("button", { name: "Create admin" }).click();
  await expect(page.getByRole("heading", { name: "The console has its first admin" })).toBeVisible();
  expect(page.url()).not.toContain("token");

  await page.getByRole("link", { name: "Sign in" }).click();
  await page.getByLabel("Email or username").fill(firstAdmin.email);
  await page.getByLabel("Password", { exact: true }).fill("not-the-password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("Email, username or password is wrong.")).toBeVisible();

  await page.getByLabel("Password", { exact: true }).fill(firstAdmin.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Workspaces", level: 1 })).toBeVisible();
});

test("a used link says that it is used, and how else an admin is made", async ({ page }) => {
  await page.goto(e2eEnv.firstAdminLink);
  await fillSetup(page, firstAdmin.password);
  await page.getByRole("button", { name: "Create admin" }).click();
  await expect(page.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
  await expect(page.getByText("pnpm admin:create")).toBeVisible();
});
