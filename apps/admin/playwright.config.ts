import { defineConfig } from "@playwright/test";
import { e2eEnv } from "./e2e/env.ts";

// One product with one first admin: the link is used once, then everything runs as that admin, one after another.
// No sandbox as root, and nothing fetched behind the tests' back.
const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const OF_FIRST_ADMIN = "first-admin.spec.ts";
// Of the product whose console has a host of its own, and which asks for a CAPTCHA.
const OF_TWO_HOSTS = "two-hosts.spec.ts";
const OF_CAPTCHA = "captcha.spec.ts";
const OF_ANOTHER_PRODUCT = [
  { name: "two-hosts", testMatch: OF_TWO_HOSTS },
  { name: "captcha", testMatch: OF_CAPTCHA, dependencies: ["two-hosts"] },
];
const CONSOLE = [
  { name: "first-admin", testMatch: OF_FIRST_ADMIN },
  { name: "console", testIgnore: [OF_FIRST_ADMIN, OF_TWO_HOSTS, OF_CAPTCHA], dependencies: ["first-admin"] },
];

export default defineConfig({
  testDir: "e2e",
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: e2eEnv.consoleUrl,
    locale: "en-GB",
    viewport: { width: 1280, height: 800 },
    screenshot: "only-on-failure",
    launchOptions: { executablePath: e2eEnv.chromium, args: CHROMIUM_FLAGS },
  },
  projects: e2eEnv.hasOwnHost ? OF_ANOTHER_PRODUCT : CONSOLE,
});
