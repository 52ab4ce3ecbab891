import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { RunSecret } from "@pronaflow/testing/browser";
import { findChromium } from "../browser/find-chromium.ts";
import { repositoryRoot } from "../run/env.ts";
import type { Launched } from "../run/launch.ts";
import { runNode } from "../run/run-command.ts";
import { countPlaywright } from "./playwright-report.ts";
import type { Mail, Spoken } from "./spoken-secrets.ts";
import { findSpoken } from "./spoken-secrets.ts";
import type { Counts, Suite } from "./suite.ts";
import { nothing, sum } from "./suite.ts";
import { withTemporaryProduct } from "./temporary-product.ts";
import { testProviderSettings } from "./test-provider.ts";

/** What is proven on the running product: the browser's suites of web and console, and the examples. */
export const productSuite: Suite = {
  name: "e2e",
  title: "The running product (Playwright, examples)",
  async run() {
    const chromium = await findChromium((message) => console.log(`· ${message}`));
    return sum([await whole(chromium), await another(chromium)]);
  },
};

/** The suites stand where a proxy would, and say from which address each person comes. */
const BEHIND_A_PROXY = { TRUSTED_PROXIES: "127.0.0.0/8,::1/128" };

async function whole(chromium: string): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), "pronaflow-secrets-"));
  const secretsFile = join(folder, "secrets.jsonl");
  const lines: Spoken[] = [];
  try {
    return await withTemporaryProduct(
      async (product) => {
        const env = { ...browserEnvironment(product, chromium), SECRETS_FILE: secretsFile };
        const counts = [await playwright("apps/web", env), await playwright("apps/admin", env), await typedClient(env)];
        return sum([...counts, await silence(env.MAIL_URL, secretsFile, lines)]);
      },
      { ...(await testProviderSettings()), ...BEHIND_A_PROXY, LOG_LEVEL: "debug" },
      (name, line) => lines.push({ name, line }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * A product that asks for a CAPTCHA is another one: its settings are read once, and every other suite would wait for it.
 * Its console has a host of its own, which browsers find below `localhost`, and Node does not.
 */
async function another(chromium: string): Promise<Counts> {
  return await withTemporaryProduct(
    async (product) => {
      const env = browserEnvironment(product, chromium);
      // The console first: after the sign-ins that fail in the user app its own would want a CAPTCHA.
      return sum([await playwright("apps/admin", env), await playwright("apps/web", env)]);
    },
    ({ ADMIN_PORT }) => ({ ...BEHIND_A_PROXY, CAPTCHA: "on", ADMIN_URL: `http://admin.localhost:${ADMIN_PORT}` }),
  );
}

/** Counts one test: of all that the run has made, no password, token, key or code is in a line of a log or in a mail. */
async function silence(inbox: string, secretsFile: string, lines: Spoken[]): Promise<Counts> {
  const mails = (await (await fetch(`${inbox}/api/email`)).json()) as Mail[];
  const secrets = readFileSync(secretsFile, "utf8").trim().split("\n").map(toSecret);
  const problems = findSpoken(secrets, lines, mails);
  for (const problem of problems) console.error(problem);
  console.log(`\n${secrets.length} secrets, looked for in ${lines.length} lines and ${mails.length} mails`);
  // A search in nothing proves nothing.
  const isSound = problems.length === 0 && secrets.length > 0 && lines.length > 0 && mails.length > 0;
  return isSound ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 };
}

const toSecret = (line: string) => JSON.parse(line) as RunSecret;

/** What the suites know of the product they are run against. */
function browserEnvironment({ env, settings, firstAdminLink }: Launched, chromium: string) {
  return {
    ...env.web,
    CHROMIUM_PATH: chromium,
    MAIL_URL: `http://127.0.0.1:${settings.ports.inbox}`,
    FIRST_ADMIN_LINK: firstAdminLink ?? "",
    CI: "true",
  };
}

async function playwright(app: string, env: Record<string, string>): Promise<Counts> {
  const cwd = join(repositoryRoot, app);
  const folder = mkdtempSync(join(tmpdir(), "pronaflow-playwright-"));
  const file = join(folder, "report.json");
  const require = createRequire(join(cwd, "package.json"));
  const cli = join(dirname(require.resolve("@playwright/test/package.json")), "cli.js");
  console.log(`\n${app}`);
  try {
    const args = [cli, "test", "--reporter=list,json", "--retries=0"];
    const { code } = await runNode(args, { cwd, env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file }, isLoud: true });
    return existsSync(file) ? countPlaywright(readFileSync(file, "utf8"), code) : { ...nothing, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function typedClient(env: Record<string, string>): Promise<Counts> {
  console.log("\nexamples/typed-client");
  const cwd = join(repositoryRoot, "examples/typed-client");
  const { code } = await runNode(["--import", "tsx", "src/main.ts"], { cwd, env, isLoud: true });
  return code === 0 ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 };
}
