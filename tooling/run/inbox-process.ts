import { MailDev } from "maildev";
import { readLaunchSettings } from "./env.ts";

// MailDev: an SMTP server that delivers nothing and a web page that shows everything. Loopback only: what it holds are
// the links that open accounts.
const { ports } = readLaunchSettings({ isDev: false });
const loopback = "127.0.0.1";

const inbox = new MailDev({
  smtp: ports.smtp,
  ip: loopback,
  web: ports.inbox,
  webIp: loopback,
  maxEmails: 500,
  silent: true,
});

await inbox.start();
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, async () => {
    await inbox.stop();
    process.exit(0);
  });
}
process.send?.("ready");
