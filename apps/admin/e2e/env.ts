/** What the suite knows of the product it is run against; `pnpm test` starts one and says where it is. */
export const e2eEnv = {
  webUrl: process.env.APP_URL ?? "http://localhost:3000",
  consoleUrl: process.env.ADMIN_URL ?? "http://localhost:3001",
  /** Whether the console has a host of its own: such a product, which asks for a CAPTCHA, is tried by specs of its own alone. */
  hasOwnHost:
    new URL(process.env.ADMIN_URL ?? "http://localhost").hostname !==
    new URL(process.env.APP_URL ?? "http://localhost").hostname,
  inboxUrl: process.env.MAIL_URL ?? "http://localhost:3002",
  firstAdminLink: process.env.FIRST_ADMIN_LINK ?? "",
  /** Where the secrets of the run are written down, so that somebody can look whether one was said; empty: nowhere. */
  secretsFile: process.env.SECRETS_FILE ?? "",
  /** Of the role of the user app. */
  databaseUrl: process.env.DATABASE_APP_URL ?? "",
  chromium: process.env.CHROMIUM_PATH,
};
