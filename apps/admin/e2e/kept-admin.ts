import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Cookie } from "@playwright/test";
import type { Authenticator } from "@pronaflow/testing/browser";
import { e2eEnv } from "./env.ts";

/** What the tests hand on to one another: the first admin's authenticator, and the session that is signed in. */
export interface KeptAdmin {
  authenticator: Authenticator;
  cookies: Cookie[];
  /** When the session was last proven between tests, in milliseconds of this machine. */
  provedAt?: number;
}

// Of this run's product alone; a worker that replaces a failed one goes on from it.
const file = join(tmpdir(), `pronaflow-e2e-admin-${new URL(e2eEnv.consoleUrl).port}.json`);

export function readAdmin(): KeptAdmin {
  if (!existsSync(file)) throw new Error("The first admin has no authenticator: first-admin.spec.ts runs first.");
  return JSON.parse(readFileSync(file, "utf8")) as KeptAdmin;
}

export function keepAdmin(admin: KeptAdmin): void {
  writeFileSync(file, JSON.stringify(admin), { mode: 0o600 });
}

/** Whether the context is signed in to the console by two factors. */
export async function isSignedIn(context: BrowserContext): Promise<boolean> {
  const response = await context.request.get(`${e2eEnv.consoleUrl}/api/trpc/auth.me`);
  return response.ok() && (await response.text()).includes('"assurance":2');
}
