export { openTransport } from "./open-transport.ts";
export { sendMail } from "./send-mail.ts";
export { sweepMails } from "./sweep-mails.ts";
