import { defineConfig } from "@playwright/test";
import { e2eEnv } from "./e2e/env.ts";

export default defineConfig({
  testDir: "e2e",
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: e2eEnv.webUrl,
    locale: "en-GB",
    viewport: { width: 1280, height: 800 },
    trace: "retain-on-failure",
    launchOptions: { executablePath: e2eEnv.chromium, args: ["--no-sandbox"] },
  },
});
