import { test as base, expect } from "@playwright/test";
import { waitUntilInteractive, watchSecrets } from "@pronaflow/testing/browser";
import { e2eEnv } from "./env.ts";

// The browser logs every refusal the product answers with; a refusal is often what a test is about. Faults (5xx) are not.
const REFUSAL = /^Failed to load resource: the server responded with a status of 4\d\d/;

/** A test in which nothing may go wrong unseen: what the browser's console calls an error fails it. */
export const test = base.extend({
  page: async ({ page, context }, use) => {
    watchSecrets(context, e2eEnv.secretsFile);
    waitUntilInteractive(page);
    const errors: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error" && !REFUSAL.test(message.text())) errors.push(message.text());
    });
    page.on("pageerror", (error) => errors.push(String(error)));
    await use(page);
    expect(errors, "errors in the browser's console").toEqual([]);
  },
});

export { expect };
