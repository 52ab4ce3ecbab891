import { defineConfig } from "@playwright/test";
import { e2eEnv } from "./e2e/env.ts";

// No sandbox as root, and nothing fetched behind the tests' back.
const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

// Of the product that asks for a CAPTCHA and has no sign-in provider.
const OF_ANOTHER_PRODUCT = ["captcha.spec.ts", "no-providers.spec.ts"];

export default defineConfig({
  testDir: "e2e",
  ...(e2eEnv.asksForCaptcha ? { testMatch: OF_ANOTHER_PRODUCT } : { testIgnore: OF_ANOTHER_PRODUCT }),
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: e2eEnv.webUrl,
    locale: "en-GB",
    viewport: { width: 1280, height: 800 },
    screenshot: "only-on-failure",
    launchOptions: { executablePath: e2eEnv.chromium, args: CHROMIUM_FLAGS },
  },
});
