/** What the example reads from its environment; the defaults are those of a local start. */
export const env = {
  appUrl: process.env.APP_URL ?? "http://localhost:3000",
  inboxUrl: process.env.MAIL_URL ?? "http://localhost:3002",
  identifier: process.env.PRONAFLOW_IDENTIFIER,
  password: process.env.PRONAFLOW_PASSWORD,
};
