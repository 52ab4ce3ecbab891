import * as z from "zod";

const url = (protocols: RegExp) =>
  z.url({ protocol: protocols, error: "must be a URL" }).transform((value) => value.replace(/\/$/, ""));
const port = z.coerce.number().int().min(1).max(65535);
const milliseconds = z.coerce.number().int().min(1);
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

const credential = optional(z.string().trim().min(1).max(500));

/** One setting of the environment: what it means, an example, and its form. */
export interface Variable {
  about: string;
  example: string;
  schema: z.ZodType;
}

/** Every setting the product reads. `.env.example` is printed from this table, and nothing else reads `process.env`. */
export const VARIABLES = {
  NODE_ENV: {
    about: "production refuses weak secrets and plain http",
    example: "",
    schema: z.enum(["production", "development", "test"]).default("development"),
  },
  APP_URL: {
    about: "where people reach the user app; links in mails start with it",
    example: "http://localhost:3000",
    schema: url(/^https?$/).default("http://localhost:3000"),
  },
  ADMIN_URL: {
    about: "where system admins reach the console; another origin than APP_URL",
    example: "http://localhost:3001",
    schema: url(/^https?$/).default("http://localhost:3001"),
  },
  WEB_PORT: { about: "port of the user app", example: "3000", schema: port.default(3000) },
  ADMIN_PORT: { about: "port of the console", example: "3001", schema: port.default(3001) },
  LISTEN_HOST: {
    about: "address the apps listen on; `pnpm start` says 127.0.0.1, a container needs every one",
    example: "",
    schema: optional(z.string().min(1)),
  },
  MAIL_PORT: {
    about: "port of the local mail inbox; its SMTP is one above",
    example: "3002",
    schema: port.default(3002),
  },
  DB_PORT: { about: "port of the embedded PostgreSQL", example: "3004", schema: port.default(3004) },
  DATA_DIR: {
    about: "folder of everything kept between runs",
    example: ".data",
    schema: z.string().min(1).default(".data"),
  },
  DATABASE_URL: {
    about: "PostgreSQL 15-18 as the owner role; empty: the embedded server is started",
    example: "",
    schema: optional(url(/^postgres(ql)?$/)),
  },
  DATABASE_APP_URL: {
    about: "login of the user app (a member of pronaflow_app); empty: derived from DATABASE_URL and SECRET_KEY",
    example: "",
    schema: optional(url(/^postgres(ql)?$/)),
  },
  DATABASE_ADMIN_URL: {
    about: "login of console and worker (a member of pronaflow_admin); empty: derived",
    example: "",
    schema: optional(url(/^postgres(ql)?$/)),
  },
  DATABASE_POOL_MAX: {
    about: "connections a process may hold",
    example: "10",
    schema: z.coerce.number().int().min(1).default(10),
  },
  DATABASE_ACQUIRE_TIMEOUT_MS: {
    about: "longest wait for a connection",
    example: "2000",
    schema: milliseconds.default(2000),
  },
  DATABASE_STATEMENT_TIMEOUT_MS: {
    about: "longest single statement",
    example: "5000",
    schema: milliseconds.default(5000),
  },
  DATABASE_LOCK_TIMEOUT_MS: { about: "longest wait for a lock", example: "3000", schema: milliseconds.default(3000) },
  DATABASE_IDLE_IN_TRANSACTION_TIMEOUT_MS: {
    about: "longest pause inside a transaction",
    example: "5000",
    schema: milliseconds.default(5000),
  },
  REDIS_URL: {
    about: "Redis or Valkey for rate limits; empty, or while it does not answer: PostgreSQL",
    example: "",
    schema: optional(url(/^rediss?$/)),
  },
  SECRET_KEY: {
    about: "at least 32 random characters; several, comma-separated: the first is used, the others still open old data",
    example: "",
    schema: z.string().default(""),
  },
  SMTP_URL: {
    about: "smtp:// or smtps:// with credentials; empty: the local inbox",
    example: "",
    schema: optional(url(/^smtps?$/)),
  },
  MAIL_FROM: {
    about: "sender of every mail",
    example: "PronaFlow <no-reply@localhost>",
    schema: z.string().min(3).max(320).default("PronaFlow <no-reply@localhost>"),
  },
  TRUSTED_PROXIES: {
    about: "comma-separated addresses or networks whose X-Forwarded-For counts",
    example: "",
    schema: z
      .string()
      .default("")
      .transform((value) =>
        value
          .split(",")
          .map((part) => part.trim())
          .filter(Boolean),
      ),
  },
  PASSWORD_POLICY: {
    about: "classic: composition rules from 12 characters; length: anything from 15 characters",
    example: "classic",
    schema: z.enum(["classic", "length"]).default("classic"),
  },
  GOOGLE_CLIENT_ID: { about: "sign-in with Google: id of the OAuth client", example: "", schema: credential },
  GOOGLE_CLIENT_SECRET: { about: "and its secret", example: "", schema: credential },
  GITHUB_CLIENT_ID: { about: "sign-in with GitHub: id of the OAuth app", example: "", schema: credential },
  GITHUB_CLIENT_SECRET: { about: "and its secret", example: "", schema: credential },
  GITHUB_URL: {
    about: "another one for a GitHub Enterprise Server",
    example: "https://github.com",
    schema: url(/^https?$/).default("https://github.com"),
  },
  GITHUB_API_URL: {
    about: "its API; `https://<server>/api/v3` for a GitHub Enterprise Server",
    example: "https://api.github.com",
    schema: url(/^https?$/).default("https://api.github.com"),
  },
  OIDC_ISSUER: {
    about: "sign-in with any OpenID Connect issuer: its address exactly as it writes it itself",
    example: "",
    schema: optional(z.url({ protocol: /^https?$/, error: "must be a URL" }).max(500)),
  },
  OIDC_CLIENT_ID: { about: "id of the client at that issuer", example: "", schema: credential },
  OIDC_CLIENT_SECRET: { about: "and its secret", example: "", schema: credential },
  OIDC_NAME: {
    about: "what the button calls that issuer",
    example: "SSO",
    schema: z.string().trim().min(1).max(40).default("SSO"),
  },
  PROVIDER_TIMEOUT_MS: {
    about: "longest wait for a sign-in provider",
    example: "10000",
    schema: milliseconds.max(10_000).default(10_000),
  },
  CAPTCHA: { about: "on or off", example: "off", schema: z.enum(["on", "off"]).default("off") },
  HASHING_CONCURRENCY: {
    about: "passwords hashed at once, at the lowest priority; empty: as many as there are cores",
    example: "",
    schema: optional(z.coerce.number().int().min(1).max(64)),
  },
  LOG_LEVEL: {
    about: "what is logged",
    example: "info",
    schema: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
  },
} as const satisfies Record<string, Variable>;
