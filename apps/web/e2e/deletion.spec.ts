import type { Page } from "@playwright/test";
import { expect, test } from "./app-test.ts";
import { e2eEnv } from "./env.ts";
import type { Person } from "./person.ts";
import { newMember, signIn } from "./person.ts";
import { waitForSubject } from "./read-mail.ts";

async function deleteAccount(page: Page, person: Person): Promise<void> {
  await page.getByRole("button", { name: "Delete account" }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByText(/^It becomes final on/)).toBeVisible();
  await dialog.getByRole("textbox").fill(person.username);
  await dialog.getByRole("button", { name: "Delete account" }).click();
}

test("an account is deleted, come back to within 14 days, and kept", async ({ page }) => {
  const person = await newMember("leaving");
  await signIn(page, person);
  await page.goto("/account/data");
  await deleteAccount(page, person);
  await expect(page.getByRole("heading", { name: "You are signed out" })).toBeVisible();
  await waitForSubject(person.email, /delet/i);
  await page.goto("/account");
  await expect(page).toHaveURL(/sign-in/);

  await page.goto("/leaving");
  await page.getByLabel("Email or username").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Your account is on its way out" })).toBeVisible();
  // Nothing else can be done: every page leads back here.
  await page.goto("/account/security");
  await expect(page).toHaveURL(/\/leaving$/);
  await page.getByRole("button", { name: "Keep my account" }).click();
  await expect(page).not.toHaveURL(/leaving/);
  await page.goto("/account/activity");
  await expect(page.getByText("Account deletion cancelled")).toBeVisible();
  await expect(page.getByText("Account deletion scheduled")).toBeVisible();
});

test("the only owner of a workspace is refused and led to it, also where it became so meanwhile", async ({ page }) => {
  const person = await newMember("owner");
  await signIn(page, person);
  await page.goto("/account/data");
  const name = `Orchard ${person.username}`;
  const made = await page.request.post(`${e2eEnv.webUrl}/api/v1/workspaces`, {
    headers: { origin: e2eEnv.webUrl },
    data: { name },
  });
  expect(made.status()).toBe(201);
  await deleteAccount(page, person);
  await expect(page.getByText("The account was not deleted")).toBeVisible();
  await expect(page.getByText("A workspace would be left without an owner")).toBeVisible();
  await page.reload();
  const open = page.getByRole("button", { name: "Delete account" });
  await expect(open).toHaveAttribute("aria-disabled", "true");
  await page.getByRole("link", { name: `Settings of ${name}` }).click();
  await page.getByRole("button", { name: "Delete workspace" }).click();
  await page.getByRole("alertdialog").getByRole("textbox").fill(name);
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete workspace" }).click();
  await expect(page.getByText(`${name} was deleted`)).toBeVisible();
  await page.goto("/account/data");
  await open.click();
  await expect(page.getByRole("alertdialog")).toBeVisible();
});
