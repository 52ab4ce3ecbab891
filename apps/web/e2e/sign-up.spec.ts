import { expect, test } from "./app-test.ts";
import { newPerson, signIn } from "./person.ts";
import { readMail } from "./read-mail.ts";

test("every rule of a new password is in view and ticked as it is met", async ({ page }) => {
  await page.goto("/sign-up");
  const rules = page.getByRole("listitem");
  await expect(rules.filter({ hasText: "not met yet" })).toHaveCount(6);
  await page.getByLabel("Password", { exact: true }).fill("Quiet-River");
  await expect(rules.filter({ hasText: /\(met\)/ })).toHaveText([/upper/, /lower/, /special/, /Not built on/]);
  await page.getByLabel("Username").fill("quiet");
  await expect(rules.filter({ hasText: "Not built on" })).toContainText("not met yet");
});

test("what is wrong is said beside each field, and the first one has the focus", async ({ page }) => {
  await page.goto("/sign-up");
  await page.getByLabel("Your name").fill("Mina Park");
  await page.getByLabel("Username").fill("admin");
  await page.getByLabel("Email").fill("mina");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByText("This username is reserved. Choose another.")).toBeVisible();
  await expect(page.getByText("Enter an email address, such as ana@example.com.")).toBeVisible();
  await expect(page.getByLabel("Username")).toBeFocused();
});

test("someone whose address is not verified is told what to do and can correct the address", async ({ page }) => {
  const person = newPerson("pending");
  await page.goto("/sign-up");
  await page.getByLabel("Your name").fill("Mina Park");
  await page.getByLabel("Username").fill(person.username);
  await page.getByLabel("Email").fill(`typo.${person.email}`);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByText("Check your inbox", { exact: true })).toBeFocused();
  await expect(page.getByRole("button", { name: /Send a new link in \d+ s/ })).toBeDisabled();

  await signIn(page, { ...person, email: person.username });
  await expect(page.getByText("Verify your email address", { exact: true })).toBeVisible();
  const create = page.getByRole("main").getByRole("button", { name: "Create workspace" });
  await create.hover();
  await expect(page.getByRole("tooltip")).toHaveText(/Verify your email address first/);

  await page.getByRole("button", { name: "Change address" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("New email address").fill(person.email);
  await dialog.getByLabel("Your password").fill(person.password);
  await dialog.getByRole("button", { name: "Change address" }).click();
  await expect(dialog).toBeHidden();

  await page.goto(await readMail(person.email, "verify-email"));
  await page.getByRole("button", { name: "Verify email address" }).click();
  await page.getByRole("link", { name: "Continue" }).click();
  await page.waitForURL("**/workspaces/new");
  await expect(page.getByText("Verify your email address", { exact: true })).toBeHidden();
});

test("a form that cannot reach the server says so and keeps what was typed", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByLabel("Email or username").fill("mina");
  await page.getByLabel("Password", { exact: true }).fill("Quiet-River-42-Lantern");
  await page.route("**/api/trpc/**", (route) =>
    route.fulfill({ status: 404, contentType: "text/html", body: "not the API" }),
  );
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "could not be reached" })).toBeVisible();
  await expect(page.getByLabel("Email or username")).toHaveValue("mina");
});
