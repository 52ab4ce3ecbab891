import type { MailTransport } from "@pronaflow/email";
import { createTransport } from "@pronaflow/email";
import type { Env } from "../kernel/env.ts";
import { DELIVERY_MS } from "./rules.ts";

/** The way out for mails: SMTP_URL, or the local inbox. One delivery ends within a worker's lease. */
export function openTransport(env: Env): MailTransport {
  const url = env.SMTP_URL ?? `smtp://127.0.0.1:${env.MAIL_PORT + 1}`;
  return createTransport({ url, from: env.MAIL_FROM, timeouts: DELIVERY_MS });
}
