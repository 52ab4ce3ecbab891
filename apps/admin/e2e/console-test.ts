import type { Page } from "@playwright/test";
import { test as base, expect } from "@playwright/test";
import { e2eEnv } from "./env.ts";
import { firstAdmin } from "./first-admin-account.ts";

// The browser logs every refusal the product answers with; a refusal is often what a test is about. Faults (5xx) are not.
const REFUSAL = /^Failed to load resource: the server responded with a status of 4\d\d/;

/** A test in which nothing may go wrong unseen: what the browser's console calls an error fails it. */
export const test = base.extend({
  page: async ({ page }, use, testInfo) => {
    if (testInfo.project.name === "console") await signIn(page);
    const errors: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error" && !REFUSAL.test(message.text())) errors.push(message.text());
    });
    page.on("pageerror", (error) => errors.push(String(error)));
    await use(page);
    expect(errors, "errors in the browser's console").toEqual([]);
  },
});

// Each test has a session of its own: one that is proven again gets a new token, and a shared cookie would be worth nothing.
async function signIn(page: Page): Promise<void> {
  const data = { identifier: firstAdmin.email, password: firstAdmin.password };
  const response = await page.request.post(`${e2eEnv.consoleUrl}/api/trpc/auth.login`, { data });
  expect(response.ok(), await response.text()).toBe(true);
}

export { expect };
