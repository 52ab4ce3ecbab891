import { expect, test } from "./app-test.ts";
import { newPerson } from "./person.ts";
import { readMail, waitForSubject } from "./read-mail.ts";

test("a stranger signs up, verifies, signs in, makes a workspace and deletes it after reading the impact", async ({
  page,
}) => {
  const person = newPerson("walk");
  await page.goto("/");
  await page.getByRole("link", { name: "Create an account" }).click();
  await page.getByLabel("Your name").fill("Mina Park");
  await page.getByLabel("Username").fill(person.username);
  await page.getByLabel("Email").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("heading", { name: "Check your inbox" })).toBeVisible();

  await page.goto(await readMail(person.email, "verify-email"));
  await page.getByRole("button", { name: "Verify email address" }).click();
  await expect(page.getByRole("heading", { name: "Email verified" })).toBeVisible();

  await page.goto("/sign-in");
  await page.getByLabel("Email or username").fill(person.username);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/workspaces/new");
  await page.getByRole("textbox", { name: "Name" }).fill("Harbour Works");
  await page.getByRole("button", { name: "Create workspace" }).click();
  await page.waitForURL("**/w/harbour-works**");
  await expect(page.getByRole("heading", { name: "Harbour Works", level: 1 })).toBeVisible();

  await page.goto(`${page.url()}/settings/ownership`);
  await page.getByRole("button", { name: "Delete workspace" }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText(/1 (member|person)/i);
  await dialog.getByRole("textbox").fill("Harbour Work");
  await expect(dialog.getByRole("button", { name: /delete/i })).toHaveAttribute("aria-disabled", "true");
  await dialog.getByRole("textbox").fill("Harbour Works");
  await dialog.getByRole("button", { name: /delete/i }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/w/"));
  await waitForSubject(person.email, /Harbour Works/);
});
