import type { Page } from "@playwright/test";
import { listen } from "@pronaflow/testing/browser";
import { expect, test } from "./app-test.ts";
import { e2eEnv } from "./env.ts";
import { expectAccessible } from "./expect-accessible.ts";
import type { Person } from "./person.ts";
import { newPerson } from "./person.ts";
import { readMail } from "./read-mail.ts";

// Run against a product of its own, started with CAPTCHA=on: the server decides, the browser solves, nothing is pretended.

const SOLVING = /Checking that you're not a robot/;

async function typeInto(page: Page, ...values: string[]): Promise<void> {
  for (const [index, value] of values.entries()) {
    if (index > 0) await page.keyboard.press("Tab");
    await page.keyboard.type(value);
  }
}

let person: Person;

test.describe.configure({ mode: "serial" });

test("a registration without a solved challenge is refused, whoever sends it", async ({ request }) => {
  const stranger = newPerson("robot");
  const data = { ...stranger, displayName: "A Robot" };
  for (const captcha of [undefined, "", "e30=", btoa(JSON.stringify({ challenge: {}, solution: {} }))]) {
    const answer = await request.post(`${e2eEnv.webUrl}/api/v1/auth/register`, { data: { ...data, captcha } });
    expect([answer.status(), await answer.json()]).toMatchObject([403, { code: "CAPTCHA_REQUIRED" }]);
  }
});

test("by keyboard alone one signs up: nothing to see, hear or solve, and what is going on is said aloud", async ({
  page,
}) => {
  person = newPerson("captcha");
  const heard = await listen(page);
  await page.goto("/sign-up");
  await expect(page.getByLabel("Your name")).toBeFocused();
  await typeInto(page, "Mina Park", person.username, person.email, person.password);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Check your inbox", { exact: true })).toBeFocused();
  expect(await heard()).toMatch(SOLVING);
  await expectAccessible(page);

  await page.goto(await readMail(person.email, "verify-email"));
  await page.getByRole("button", { name: "Verify email address" }).press("Enter");
  await expect(page.getByRole("heading", { name: "Email verified" })).toBeVisible();
});

test("a reset is asked for by keyboard alone, after a challenge of its own", async ({ page }) => {
  const heard = await listen(page);
  await page.goto("/forgot-password");
  await expect(page.getByLabel("Email")).toBeFocused();
  await typeInto(page, person.email);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Check your inbox", { exact: true })).toBeFocused();
  expect(await heard()).toMatch(SOLVING);
  await readMail(person.email, "reset-password");
});

test("three sign-ins may fail without one; the fourth wants it, and so does the right one after it", async ({
  page,
}) => {
  const heard = await listen(page);
  await page.goto("/sign-in");
  const password = page.getByLabel("Password", { exact: true });
  await page.getByLabel("Email or username").fill(person.email);
  for (const tries of [1, 2, 3, 4]) {
    await password.fill(`Wrong-River-4${tries}-Lantern`);
    await page.keyboard.press("Enter");
    await expect(password).toHaveValue("");
    await expect(password).toBeFocused();
    if (tries < 4) expect(await heard()).not.toMatch(SOLVING);
    else expect(await heard()).toMatch(SOLVING);
  }
  await page.keyboard.type(person.password);
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(/sign-in/);
});
