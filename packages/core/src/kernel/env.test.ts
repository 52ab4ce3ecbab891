import { expect, test } from "vitest";
import type { EnvError } from "./env.ts";
import { readEnv, VARIABLES } from "./env.ts";

const STRONG = "Kq3vZ8wL1nR6yT4uP9sX2dF7gH5jB0cMxY2z";
const production = {
  NODE_ENV: "production",
  SECRET_KEY: STRONG,
  APP_URL: "https://app.example.com",
  ADMIN_URL: "https://admin.example.com",
};

function faultsOf(source: Record<string, string>): readonly string[] {
  try {
    readEnv(source);
    return [];
  } catch (error) {
    return (error as EnvError).faults;
  }
}

test("with a secret alone everything else has its default", () => {
  expect(readEnv({ SECRET_KEY: STRONG })).toMatchObject({
    NODE_ENV: "development",
    APP_URL: "http://localhost:3000",
    ADMIN_URL: "http://localhost:3001",
    WEB_PORT: 3000,
    ADMIN_PORT: 3001,
    MAIL_PORT: 3002,
    DB_PORT: 3004,
    DATA_DIR: ".data",
    DATABASE_URL: undefined,
    DATABASE_POOL_MAX: 10,
    DATABASE_ACQUIRE_TIMEOUT_MS: 2000,
    DATABASE_STATEMENT_TIMEOUT_MS: 5000,
    DATABASE_LOCK_TIMEOUT_MS: 3000,
    DATABASE_IDLE_IN_TRANSACTION_TIMEOUT_MS: 5000,
    SMTP_URL: undefined,
    TRUSTED_PROXIES: [],
    PASSWORD_POLICY: "classic",
    CAPTCHA: "off",
    LOG_LEVEL: "info",
  });
});

test("an empty value is an unset one", () => {
  const empty = Object.fromEntries(Object.keys(VARIABLES).map((name) => [name, ""]));
  expect(readEnv({ ...empty, SECRET_KEY: STRONG })).toEqual(readEnv({ SECRET_KEY: STRONG }));
});

test("values are read as what they are", () => {
  const env = readEnv({
    SECRET_KEY: STRONG,
    WEB_PORT: "4000",
    APP_URL: "https://app.example.com/",
    TRUSTED_PROXIES: " 10.0.0.0/8, ,::1 ",
    DATABASE_URL: "postgresql://owner@db.example.com/pronaflow",
  });
  expect(env.WEB_PORT).toBe(4000);
  expect(env.APP_URL).toBe("https://app.example.com");
  expect(env.TRUSTED_PROXIES).toEqual(["10.0.0.0/8", "::1"]);
  expect(env.DATABASE_URL).toBe("postgresql://owner@db.example.com/pronaflow");
});

const WRONG: Record<string, string> = {
  NODE_ENV: "hunter2-node",
  APP_URL: "ftp://hunter2-app",
  ADMIN_URL: "hunter2-admin",
  WEB_PORT: "70000",
  ADMIN_PORT: "0",
  MAIL_PORT: "hunter2-port",
  DB_PORT: "1.5",
  DATABASE_URL: "mysql://hunter2:hunter2@db/x",
  DATABASE_APP_URL: "hunter2-app-url",
  DATABASE_ADMIN_URL: "hunter2-admin-url",
  DATABASE_POOL_MAX: "0",
  DATABASE_ACQUIRE_TIMEOUT_MS: "-1",
  DATABASE_STATEMENT_TIMEOUT_MS: "hunter2",
  DATABASE_LOCK_TIMEOUT_MS: "NaN",
  DATABASE_IDLE_IN_TRANSACTION_TIMEOUT_MS: "hunter2",
  SMTP_URL: "https://hunter2:hunter2@smtp.example.com",
  MAIL_FROM: "x",
  PASSWORD_POLICY: "hunter2",
  CAPTCHA: "hunter2",
  HASHING_CONCURRENCY: "65",
  LOG_LEVEL: "hunter2",
};

test("every fault is in the one message, with what the setting means and never its value", () => {
  const faults = faultsOf(WRONG);
  expect(faults.map((fault) => fault.split(":")[0])).toEqual(Object.keys(VARIABLES).filter((name) => name in WRONG));
  expect(() => readEnv(WRONG)).toThrow(faults.join("\n  - "));
  expect(faults.join()).not.toMatch(/hunter2|70000/);
  expect(faults.join()).toContain(VARIABLES.DATABASE_POOL_MAX.about);
});

test("no secret, a short one, or one short one among several stops the start", () => {
  for (const SECRET_KEY of ["", "short", `${STRONG},short`, `${STRONG},`]) {
    expect(faultsOf({ SECRET_KEY }), SECRET_KEY).toEqual(["SECRET_KEY: every key needs at least 32 characters"]);
  }
  expect(faultsOf({ SECRET_KEY: `${STRONG}, ${STRONG}` })).toEqual([]);
});

test("the two apps are two origins", () => {
  const faults = faultsOf({ SECRET_KEY: STRONG, APP_URL: "http://localhost:9", ADMIN_URL: "http://localhost:9/" });
  expect(faults).toEqual(["ADMIN_URL: must be another origin than APP_URL"]);
});

test.each([
  "change-me-change-me-change-me-change-me",
  "this-is-an-example-of-32-characters-x1",
  "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
  "0123456789abcdefghijklmnopqrstuvwxyz",
  "MySecretKeyMySecretKeyMySecretKey123",
  "correct-password-horse-battery-staple",
])("production refuses a weak or example secret, also as the second: %s", (weak) => {
  const fault = [expect.stringContaining("SECRET_KEY: looks like an example")];
  expect(faultsOf({ ...production, SECRET_KEY: weak })).toEqual(fault);
  expect(faultsOf({ ...production, SECRET_KEY: `${STRONG},${weak}` })).toEqual(fault);
  expect(faultsOf({ SECRET_KEY: weak })).toEqual([]);
});

test("production wants https, except on this very machine", () => {
  expect(faultsOf(production)).toEqual([]);
  expect(faultsOf({ ...production, APP_URL: "http://app.example.com", ADMIN_URL: "http://10.0.0.1" })).toEqual([
    "APP_URL: must be https in production",
    "ADMIN_URL: must be https in production",
  ]);
  expect(faultsOf({ ...production, APP_URL: "http://localhost:3000", ADMIN_URL: "http://[::1]:3001" })).toEqual([]);
  expect(faultsOf({ ...production, APP_URL: "http://localhost", ADMIN_URL: "http://admin.localhost" })).toEqual([]);
  expect(faultsOf({ ...production, ADMIN_URL: "http://notlocalhost" })).toEqual([
    "ADMIN_URL: must be https in production",
  ]);
});

const google = { GOOGLE_CLIENT_ID: "an-id", GOOGLE_CLIENT_SECRET: "a-secret" };
const oidc = { OIDC_ISSUER: "https://id.example.com/", OIDC_CLIENT_ID: "an-id", OIDC_CLIENT_SECRET: "a-secret" };

test("a sign-in provider is whole or not there", () => {
  expect(faultsOf({ ...production, ...google, ...oidc })).toEqual([]);
  const halves = { GOOGLE_CLIENT_ID: "an-id", GITHUB_CLIENT_SECRET: "a-secret", OIDC_ISSUER: oidc.OIDC_ISSUER };
  const faults = faultsOf({ ...production, ...halves });
  expect(faults.map((fault) => fault.split(":")[0])).toEqual([
    "GOOGLE_CLIENT_SECRET",
    "GITHUB_CLIENT_ID",
    "OIDC_ISSUER",
  ]);
  expect(faults.join()).not.toContain("an-id");
  // Exactly as the issuer writes itself, slash and all.
  expect(readEnv({ ...production, ...oidc }).OIDC_ISSUER).toBe("https://id.example.com/");
});

test("an issuer without https counts only on this machine, while the app is there too", () => {
  const local = { SECRET_KEY: STRONG, ...oidc, OIDC_ISSUER: "http://127.0.0.1:9000" };
  expect(faultsOf(local)).toEqual([]);
  expect(faultsOf({ ...local, NODE_ENV: "production" })).toEqual([]);
  expect(faultsOf({ ...production, ...oidc, OIDC_ISSUER: "http://127.0.0.1:9000" })).toHaveLength(1);
  expect(faultsOf({ ...local, OIDC_ISSUER: "http://id.example.com" })).toHaveLength(1);
  expect(faultsOf({ ...local, OIDC_ISSUER: "ftp://id.example.com" })).toHaveLength(1);
});
