import type { BrowserContext } from "@playwright/test";
import { test as base, expect } from "@playwright/test";
import { nextCode, waitUntilInteractive, watchSecrets } from "@pronaflow/testing/browser";
import { e2eEnv } from "./env.ts";
import { firstAdmin } from "./first-admin-account.ts";
import type { KeptAdmin } from "./kept-admin.ts";
import { isSignedIn, keepAdmin, readAdmin } from "./kept-admin.ts";

const RENEWED_AFTER_MS = 4 * 60_000;

// The browser logs every refusal the product answers with; a refusal is often what a test is about. Faults (5xx) are not.
const REFUSAL = /^Failed to load resource: the server responded with a status of 4\d\d/;

/** A test in which nothing may go wrong unseen: what the browser's console calls an error fails it. */
export const test = base.extend({
  page: async ({ page, context }, use, testInfo) => {
    watchSecrets(context, e2eEnv.secretsFile);
    const isConsole = testInfo.project.name === "console";
    if (isConsole) await resumeSession(context);
    waitUntilInteractive(page);
    const errors: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error" && !REFUSAL.test(message.text())) errors.push(message.text());
    });
    page.on("pageerror", (error) => errors.push(String(error)));
    await use(page);
    expect(errors, "errors in the browser's console").toEqual([]);
    // A session that was proven again has a new token; a test that signed out leaves the one before.
    if (isConsole && (await isSignedIn(context))) keepAdmin({ ...readAdmin(), cookies: await context.cookies() });
  },
});

// One session goes from test to test: each sign-in uses up a code of the app, and there are two a minute.
async function resumeSession(context: BrowserContext): Promise<void> {
  const admin = readAdmin();
  await context.addCookies(admin.cookies);
  if (await isSignedIn(context)) {
    await renewProof(context, admin);
    return;
  }
  await context.clearCookies();
  const password = await call(context, "auth.login", {
    identifier: firstAdmin.email,
    password: firstAdmin.password,
  });
  const { challengeId } = password as { challengeId: string };
  await call(context, "auth.mfa.verify", { challengeId, code: await nextCode(admin.authenticator) });
  keepAdmin({ ...admin, cookies: await context.cookies() });
}

// A proof would grow old on the way through the suite, wherever ten minutes happen to be over; and there may be 20 in ten.
async function renewProof(context: BrowserContext, admin: KeptAdmin): Promise<void> {
  if (Date.now() - (admin.provedAt ?? 0) < RENEWED_AFTER_MS) return;
  await call(context, "auth.stepUp", { password: firstAdmin.password });
  keepAdmin({ ...admin, cookies: await context.cookies(), provedAt: Date.now() });
}

async function call(context: BrowserContext, procedure: string, data: object): Promise<unknown> {
  const response = await context.request.post(`${e2eEnv.consoleUrl}/api/trpc/${procedure}`, {
    data,
    headers: { origin: e2eEnv.consoleUrl },
  });
  expect(response.ok(), await response.text()).toBe(true);
  return ((await response.json()) as { result: { data: unknown } }).result.data;
}

export { expect };
