/** What the suite knows of the product it is run against; `pnpm test` starts one and says where it is. */
export const e2eEnv = {
  webUrl: process.env.APP_URL ?? "http://localhost:3000",
  inboxUrl: process.env.MAIL_URL ?? "http://localhost:3002",
  chromium: process.env.CHROMIUM_PATH,
};
