import { existsSync } from "node:fs";
import { isAbsolute, join, resolve } from "node:path";

/** The root of the repository, wherever the command was called from. */
export const repositoryRoot = resolve(import.meta.dirname, "../..");

export type LaunchSettings = {
  isDev: boolean;
  dataDir: string;
  ports: { web: number; admin: number; inbox: number; smtp: number; database: number };
  /** Given by the operator: then no database of our own is started. */
  databaseUrl: string | undefined;
  /** Given by the operator: then no inbox of our own is started. */
  smtpUrl: string | undefined;
  secretKey: string | undefined;
  /** What the processes inherit: the caller's environment over `.env`. */
  inherited: Record<string, string>;
};

/** Reads `.env` (the environment wins over it) and works out where everything is to run. */
export function readLaunchSettings(flags: { isDev: boolean }): LaunchSettings {
  return launchSettings(readEnvironment(), flags);
}

/** Where everything is to run, worked out from the settings of an environment. */
export function launchSettings(inherited: Record<string, string>, flags: { isDev: boolean }): LaunchSettings {
  const inbox = port(inherited, "MAIL_PORT", 3002);
  return {
    isDev: flags.isDev,
    dataDir: dataDir(inherited),
    ports: {
      web: port(inherited, "WEB_PORT", 3000),
      admin: port(inherited, "ADMIN_PORT", 3001),
      inbox,
      smtp: inbox + 1,
      database: port(inherited, "DB_PORT", 3004),
    },
    databaseUrl: inherited.DATABASE_URL || undefined,
    smtpUrl: inherited.SMTP_URL || undefined,
    secretKey: inherited.SECRET_KEY || undefined,
    inherited,
  };
}

/** The environment of this process, after `.env` has filled its gaps. */
export function readEnvironment(): Record<string, string> {
  const file = join(repositoryRoot, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => !!entry[1]));
}

/** One variable of the tools' own, for instance CI or CHROMIUM_PATH. */
export function toolSetting(name: string): string | undefined {
  return process.env[name] || undefined;
}

function dataDir(environment: Record<string, string>): string {
  const given = environment.DATA_DIR ?? ".data";
  return isAbsolute(given) ? given : join(repositoryRoot, given);
}

function port(environment: Record<string, string>, name: string, fallback: number): number {
  const given = environment[name];
  if (given === undefined) return fallback;
  const value = Number(given);
  if (!Number.isInteger(value) || value < 1 || value > 65_534) {
    throw new Error(`${name}=${given} is not a port: use a whole number between 1 and 65534.`);
  }
  return value;
}
