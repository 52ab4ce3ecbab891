/** What the suite knows of the product it is run against; `pnpm test` starts one and says where it is. */
export const e2eEnv = {
  webUrl: process.env.APP_URL ?? "http://localhost:3000",
  inboxUrl: process.env.MAIL_URL ?? "http://localhost:3002",
  /** Where the product looks for its sign-in provider; empty where the one that is tried has none. */
  issuer: process.env.OIDC_ISSUER ?? "",
  /** Where the secrets of the run are written down, so that somebody can look whether one was said; empty: nowhere. */
  secretsFile: process.env.SECRETS_FILE ?? "",
  /** Of the role of the user app. */
  databaseUrl: process.env.DATABASE_APP_URL ?? "",
  /** Whether it asks for a CAPTCHA: such a product, which has no sign-in provider, is tried by specs of its own alone. */
  asksForCaptcha: process.env.CAPTCHA === "on",
  chromium: process.env.CHROMIUM_PATH,
};
