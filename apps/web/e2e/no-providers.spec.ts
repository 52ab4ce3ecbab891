import type { Page } from "@playwright/test";
import { expect, test } from "./app-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { newPerson, signIn } from "./person.ts";
import { readMail } from "./read-mail.ts";

// Run against the product of captcha.spec.ts, which is told of no sign-in provider: nothing of them shows, nothing breaks.

async function expectNoProvider(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("button", { name: /Continue with (?!a passkey)|Connect / })).toHaveCount(0);
  await expect(page.getByText("or", { exact: true })).toHaveCount(0);
  await expectAccessible(page);
}

test("with no provider configured none is offered, from sign-up to the connections", async ({ page }) => {
  test.setTimeout(180_000);
  await page.emulateMedia({ reducedMotion: "reduce" });
  const person = newPerson("plain");
  await page.goto("/sign-up");
  await expectNoProvider(page);
  await page.getByLabel("Your name").fill("Pia Plain");
  await page.getByLabel("Username").fill(person.username);
  await page.getByLabel("Email").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByText("Check your inbox", { exact: true })).toBeVisible();
  await page.goto(await readMail(person.email, "verify-email"));
  await page.getByRole("button", { name: "Verify email address" }).click();
  await expect(page.getByRole("heading", { name: "Email verified" })).toBeVisible();

  await page.goto("/sign-in");
  await expectNoProvider(page);
  await signIn(page, person);
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto("/account/connections");
    await expect(page.getByText("No providers to connect")).toBeVisible();
    await expectNoProvider(page);
    await page.goto("/account/security");
    await expectNoProvider(page);
  }

  // By the pages alone: over the REST API this product asks for a CAPTCHA where sign-ins have failed.
  await page.goto("/workspaces/new");
  await page.getByRole("textbox", { name: "Name" }).fill(`Plain ${person.username.slice(-9)}`);
  await page.getByRole("main").getByRole("button", { name: "Create workspace" }).click();
  await page.waitForURL("**/w/**");
  const invited = newPerson("plain");
  await page.goto(`${new URL(page.url()).pathname}/members/invitations`);
  await page.getByRole("button", { name: "Invite people" }).first().click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByLabel("Email addresses").fill(invited.email);
  await dialog.getByRole("button", { name: /^Invite \d/ }).click();
  await expect(dialog.getByRole("button", { name: "Done" })).toBeVisible();
  await page.goto("about:blank");
  await page.context().clearCookies();
  await page.goto(await readMail(invited.email, "invitation"));
  await expect(page.getByRole("button", { name: "Create your account" })).toBeVisible();
  await expectNoProvider(page);
});

test("the address that a provider would send back to is no page", async ({ page }) => {
  for (const provider of ["oidc", "google", "github"]) {
    await page.goto(`/sign-in/callback/${provider}?code=a&state=b`);
    await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
  }
});
