import type { Env } from "@pronaflow/core/env";
import { readEnv } from "@pronaflow/core/env";

/** The secret of test databases: worth nothing anywhere else. */
export const TEST_SECRET_KEY = "tests-only-Kq3vZ8wL1nR6yT4uP9sX2dF7gH5jB0cM";

/** The settings of a test: the product's defaults, on a database of its own. */
export function testEnv(databaseUrl: string, overrides: Record<string, string> = {}): Env {
  return readEnv({
    NODE_ENV: "test",
    DATABASE_URL: databaseUrl,
    SECRET_KEY: TEST_SECRET_KEY,
    LOG_LEVEL: "silent",
    DATABASE_POOL_MAX: "8",
    HASHING_CONCURRENCY: "2",
    DATABASE_ACQUIRE_TIMEOUT_MS: "15000",
    DATABASE_LOCK_TIMEOUT_MS: "10000",
    DATABASE_STATEMENT_TIMEOUT_MS: "15000",
    ...overrides,
  });
}
