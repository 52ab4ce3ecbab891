import type * as z from "zod";
import { VARIABLES } from "./env-variables.ts";
import { isLoopback } from "./is-loopback.ts";
import { faultsOfProviders } from "./provider-settings.ts";

export { VARIABLES } from "./env-variables.ts";

export type Env = { [Name in keyof typeof VARIABLES]: z.output<(typeof VARIABLES)[Name]["schema"]> };

/** Settings that cannot be used, every fault in one message. */
export class EnvError extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`These settings need mending:\n${faults.map((fault) => `  - ${fault}`).join("\n")}`);
    this.name = "EnvError";
    this.faults = faults;
  }
}

/**
 * Reads and checks the settings. Values never appear in a fault, since any of them may be a secret.
 * @throws EnvError naming every fault at once; in production also for weak or example secrets and plain http.
 */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const faults: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, variable] of Object.entries(VARIABLES)) {
    const parsed = variable.schema.safeParse(source[name] === "" ? undefined : source[name]);
    if (parsed.success) values[name] = parsed.data;
    else faults.push(`${name}: ${variable.about} (${parsed.error.issues.map((issue) => issue.message).join("; ")})`);
  }
  // Every key of VARIABLES was parsed by its own schema just above.
  const env = values as unknown as Env;
  if (faults.length === 0) faults.push(...faultsTogether(env));
  if (faults.length > 0) throw new EnvError(faults);
  return env;
}

function faultsTogether(env: Env): string[] {
  const faults: string[] = [];
  const keys = env.SECRET_KEY.split(",");
  if (keys.some((key) => key.trim().length < 32)) faults.push("SECRET_KEY: every key needs at least 32 characters");
  if (new URL(env.APP_URL).origin === new URL(env.ADMIN_URL).origin) {
    faults.push("ADMIN_URL: must be another origin than APP_URL");
  }
  faults.push(...faultsOfProviders(env));
  if (env.NODE_ENV === "production") faults.push(...faultsOfProduction(env, keys));
  return faults;
}

function faultsOfProduction(env: Env, keys: string[]): string[] {
  const faults: string[] = [];
  if (keys.some(isWeak))
    faults.push("SECRET_KEY: looks like an example or is too uniform; make one with `openssl rand -base64 48`");
  for (const name of ["APP_URL", "ADMIN_URL"] as const) {
    const address = new URL(env[name]);
    if (address.protocol !== "https:" && !isLoopback(address)) faults.push(`${name}: must be https in production`);
  }
  return faults;
}

function isWeak(key: string): boolean {
  const text = key.trim().toLowerCase();
  return new Set(text).size < 10 || /change.?me|example|secret.?key|password|0123456789|abcdefgh/.test(text);
}
