import { expect, test } from "./app-test.ts";
import { newMember, newPerson, PASSWORD, signIn } from "./person.ts";
import { readMail } from "./read-mail.ts";

test("a wrong password and an unknown person read the same", async ({ page }) => {
  const person = await newMember("wrong");
  const answers: string[] = [];
  for (const identifier of [person.email, newPerson("unknown").email]) {
    await page.goto("/sign-in");
    await page.getByLabel("Email or username").fill(identifier);
    await page.getByLabel("Password", { exact: true }).fill("Wrong-River-42-Lantern");
    await page.getByRole("button", { name: "Sign in" }).click();
    answers.push((await page.getByRole("alert").filter({ hasText: /wrong/ }).textContent())?.trim() ?? "");
  }
  expect(answers[0]).toBe(answers[1]);
});

test("sign-in leads back to where one came from, and never to another site", async ({ page }) => {
  const person = await newMember("back");
  await page.goto("/account/security");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByLabel("Email or username").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/account/security");
  await page.goto("/sign-in?next=//evil.example");
  await expect(page).not.toHaveURL(/evil/);
});

test("a forgotten password is reset by mail; the link works once and the old password no more", async ({ page }) => {
  const person = await newMember("reset");
  await page.goto("/forgot-password");
  await page.getByLabel("Email").fill(person.email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByRole("heading", { name: "Check your inbox" })).toBeVisible();
  const link = await readMail(person.email, "reset-password");
  await page.goto(link);
  const next = "Calm-Orchard-77-Window";
  await page.getByLabel("New password", { exact: true }).fill(next);
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByRole("heading", { name: "Password changed" })).toBeVisible();

  await page.goto("about:blank");
  await page.goto(link);
  await page.getByLabel("New password", { exact: true }).fill("Other-Orchard-78-Window");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByRole("alert").filter({ hasText: /expired or was already used/ })).toBeVisible();

  await signIn(page, { ...person, password: next });
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await page.getByLabel("Email or username").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: /wrong/ })).toBeVisible();
});

test("another device is seen in the list and signed out from here", async ({ page, browser }) => {
  const person = await newMember("device");
  await signIn(page, person);
  const other = await browser.newContext();
  const elsewhere = await other.newPage();
  await signIn(elsewhere, person);
  await page.goto("/account/security");
  await expect(page.getByText("This device", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: /^Sign out Chrome/ }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText("Device signed out")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Sign out Chrome/ })).toHaveCount(0);
  await elsewhere.goto("/account");
  await expect(elsewhere).toHaveURL(/sign-in/);
  await other.close();
});
