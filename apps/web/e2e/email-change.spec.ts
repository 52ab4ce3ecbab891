import type { Browser, Page } from "@playwright/test";
import { expect, test } from "./app-test.ts";
import { newMember, newPerson, signIn } from "./person.ts";
import { readMail } from "./read-mail.ts";

async function ask(page: Page, email: string): Promise<void> {
  await page.goto("/account");
  await page.getByRole("button", { name: "Change address" }).click();
  const dialog = page.getByRole("dialog", { name: "Change your email address" });
  await dialog.getByLabel("New email address").fill(email);
  await dialog.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByText(`Waiting for confirmation at ${email}`)).toBeVisible();
}

/** Opens a mailed link and presses its button; elsewhere than in the page, so that nothing but the link counts. */
async function press(browser: Browser, link: string, button: string, said: string): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole("button", { name: button }).click();
  await expect(page.getByRole("heading", { name: said })).toBeVisible();
  await context.close();
}

test("an address is changed by the newest link, and taken back at the old one", async ({ page, browser }) => {
  const person = await newMember("email");
  const { email } = newPerson("email-new");
  await signIn(page, person);
  await ask(page, email);
  const first = await readMail(email, "confirm-email");
  await page.getByRole("button", { name: "Send a new link" }).click();
  await expect(page.getByText(`A link is on its way to ${email}`).last()).toBeVisible();
  await expect.poll(() => readMail(email, "confirm-email")).not.toBe(first);

  await page.goto(first);
  await page.getByRole("button", { name: "Use this address" }).click();
  await expect(page.getByText("This link has run out, was already used, or belongs to another account.")).toBeVisible();
  await page.goto("/account");
  await page.goto(await readMail(email, "confirm-email"));
  await page.getByRole("button", { name: "Use this address" }).click();
  await expect(page.getByRole("heading", { name: "Your address has changed" })).toBeVisible();
  await page.getByRole("link", { name: "Go to your account" }).click();
  await expect(page.getByRole("main").getByText(email, { exact: true })).toBeVisible();
  await expect(page.getByText(`Changed from ${person.email}`)).toBeVisible();

  await press(
    browser,
    await readMail(person.email, "undo-email"),
    "Take the change back",
    "This address is yours again",
  );
  await page.goto("/account");
  await expect(page).toHaveURL(/sign-in/);
  // Nobody comes in by the password until it is reset, whoever it was that changed the address.
  await page.getByLabel("Email or username").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("Email, username or password is wrong.")).toBeVisible();
});

test("a change that waits is cancelled, and its link is dead", async ({ page, browser }) => {
  const person = await newMember("email");
  const { email } = newPerson("email-new");
  await signIn(page, person);
  await ask(page, email);
  await page.getByRole("button", { name: "Cancel the change" }).click();
  await expect(page.getByText("Waiting for confirmation")).toHaveCount(0);
  const context = await browser.newContext();
  const elsewhere = await context.newPage();
  await elsewhere.goto(await readMail(email, "confirm-email"));
  await elsewhere.getByRole("button", { name: "Use this address" }).click();
  await expect(elsewhere.getByText("This link has run out")).toBeVisible();
  await context.close();
});

test("a change approved at the old address can no longer be undone", async ({ page, browser }) => {
  const person = await newMember("email");
  const { email } = newPerson("email-new");
  await signIn(page, person);
  await ask(page, email);
  const undo = await readMail(person.email, "undo-email");
  await press(browser, await readMail(email, "confirm-email"), "Use this address", "Your address has changed");
  await signIn(page, { ...person, email });
  await page.goto("/account");
  await expect(page.getByText(`Changed from ${person.email}`)).toBeVisible();
  await press(browser, undo, "It was me: approve the change", "The change is approved");
  await page.reload();
  await expect(page.getByRole("main").getByText(email, { exact: true })).toBeVisible();
  await expect(page.getByText("Changed from")).toHaveCount(0);
});

test("one's own address is refused beside the field", async ({ page }) => {
  const person = await newMember("email");
  await signIn(page, person);
  await page.goto("/account");
  await page.getByRole("button", { name: "Change address" }).click();
  const dialog = page.getByRole("dialog", { name: "Change your email address" });
  await dialog.getByLabel("New email address").fill(person.email);
  await dialog.getByRole("button", { name: "Send the link" }).click();
  await expect(dialog.getByText("This is your address already.")).toBeVisible();
});
