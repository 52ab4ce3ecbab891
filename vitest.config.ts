import { existsSync } from "node:fs";
import { defineConfig } from "vitest/config";

const globalSetup = "packages/testing/src/global-setup.ts";

export default defineConfig({
  test: {
    environment: "node",
    include: ["{packages,apps,tooling,examples}/**/*.test.{ts,tsx}"],
    exclude: ["**/node_modules/**", "**/.next/**", "**/dist/**", "apps/*/e2e/**"],
    globalSetup: existsSync(globalSetup) ? [globalSetup] : [],
    setupFiles: ["tooling/vitest/console-error-fails.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    restoreMocks: true,
    passWithNoTests: false,
  },
});
