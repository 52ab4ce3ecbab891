import { readEnv } from "@pronaflow/core/env";
import { roleUrls } from "@pronaflow/core/kernel";
import type { LaunchSettings } from "./env.ts";

export type Environment = Record<string, string>;

export type ApplicationEnvironments = {
  /** For the launcher and the tools only: it may change the schema. */
  owner: Environment;
  web: Environment;
  /** Console and worker. */
  admin: Environment;
};

/**
 * What each program is told. Each gets the connection of its own database role and no other: the owner's stays here.
 * Throws what `env.ts` finds wrong with the settings, all at once.
 */
export function applicationEnvironments(
  settings: LaunchSettings,
  databaseUrl: string,
  secretKey: string,
): ApplicationEnvironments {
  const { DATABASE_URL, DATABASE_APP_URL, DATABASE_ADMIN_URL, ...inherited } = settings.inherited;
  const { ports } = settings;
  const common: Environment = {
    APP_URL: `http://localhost:${ports.web}`,
    ADMIN_URL: `http://localhost:${ports.admin}`,
    SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    LISTEN_HOST: "127.0.0.1",
    LOG_LEVEL: "warn",
    ...inherited,
    NODE_ENV: settings.isDev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    DATA_DIR: settings.dataDir,
    SECRET_KEY: secretKey,
    WEB_PORT: String(ports.web),
    ADMIN_PORT: String(ports.admin),
    MAIL_PORT: String(ports.inbox),
    DB_PORT: String(ports.database),
  };
  const given = { ...(DATABASE_APP_URL && { DATABASE_APP_URL }), ...(DATABASE_ADMIN_URL && { DATABASE_ADMIN_URL }) };
  const owner = { ...common, ...given, DATABASE_URL: databaseUrl };
  const { app, admin } = roleUrls(readEnv(owner));
  return { owner, web: { ...common, DATABASE_APP_URL: app }, admin: { ...common, DATABASE_ADMIN_URL: admin } };
}
