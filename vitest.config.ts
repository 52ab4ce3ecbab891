import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    environment: "node",
    include: ["{packages,apps,tooling,examples}/**/*.test.{ts,tsx}"],
    exclude: ["**/node_modules/**", "**/.next/**", "**/dist/**", "apps/*/e2e/**"],
    globalSetup: ["packages/testing/src/global-setup.ts"],
    setupFiles: ["tooling/vitest/console-error-fails.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    restoreMocks: true,
    passWithNoTests: false,
  },
});
