import type { Page } from "@playwright/test";
import { firstAdmin } from "./first-admin-account.ts";

/** On the page of the link of the first start. */
export async function fillSetup(page: Page, password: string): Promise<void> {
  await page.getByLabel("Your name").fill(firstAdmin.displayName);
  await page.getByLabel("Username").fill(firstAdmin.username);
  await page.getByLabel("Email").fill(firstAdmin.email);
  await page.getByLabel("Password", { exact: true }).fill(password);
}

/** On the sign-in page of either app. */
export async function signInByPassword(page: Page): Promise<void> {
  await page.getByLabel("Email or username").fill(firstAdmin.email);
  await page.getByLabel("Password", { exact: true }).fill(firstAdmin.password);
  await page.getByRole("button", { name: "Sign in" }).click();
}
