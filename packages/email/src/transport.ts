import { createTransport as createMailer } from "nodemailer";
import type { DeliveryOutcome } from "./delivery-outcome.ts";
import { judgeFailure } from "./delivery-outcome.ts";
import type { Patience } from "./patience.ts";
import { startPatience } from "./patience.ts";
import type { SmtpServer } from "./smtp-url.ts";
import { parseSmtpUrl } from "./smtp-url.ts";

export interface OutgoingMail {
  /** Chosen once per mail by the caller and the same at every attempt: `<unique@host>`, brackets optional. */
  messageId: string;
  /** One bare address, never a list. */
  to: string;
  subject: string;
  html: string;
  text: string;
}

/** Milliseconds. Waiting for a free connection of the pool counts towards `totalMs`. */
export interface MailTimeouts {
  connectMs: number;
  greetingMs: number;
  /** From the call to the last byte of the message. */
  totalMs: number;
  /** From there to the server's answer. A job's lease must outlast `totalMs` + `finalReplyMs`. */
  finalReplyMs: number;
}

export interface MailTransport {
  /**
   * Tries once. Never throws for what a server or a network does; the outcome says whether to try again.
   * Fails with `RangeError` only when `messageId` is none.
   */
  send(mail: OutgoingMail): Promise<DeliveryOutcome>;
  /** Ends idle connections now and busy ones after their mail. */
  close(): void;
}

const DEFAULT_TIMEOUTS: MailTimeouts = { connectMs: 5_000, greetingMs: 5_000, totalMs: 10_000, finalReplyMs: 30_000 };

/**
 * Opens a pool of up to three connections to the server of `url` (see `parseSmtpUrl`), lazily. Certificates are
 * always verified, TLS 1.2 or newer. `from` is an address, or a name with one: `PronaFlow <no-reply@…>`.
 * Fails with `SmtpUrlInvalid`.
 */
export function createTransport(options: {
  url: string;
  from: string;
  timeouts?: Partial<MailTimeouts> | undefined;
}): MailTransport {
  const timeouts = { ...DEFAULT_TIMEOUTS, ...options.timeouts };
  const patienceOf = new WeakMap<AbortSignal, Patience>();
  const mailer = createMailer(poolOptions(parseSmtpUrl(options.url), timeouts));
  // A pooled connection that dies has no caller; the next send finds out and says so.
  mailer.on("error", () => undefined);
  mailer.use("stream", (mail, done) => {
    const patience = mail.data.signal && patienceOf.get(mail.data.signal);
    if (patience) mail.message.processFunc((stream) => patience.watch(stream));
    done();
  });
  return {
    async send(mail) {
      const messageId = bracketed(mail.messageId);
      if (!ONE_ADDRESS.test(mail.to)) return { kind: "refused", reason: "address or message not acceptable" };
      const patience = startPatience(timeouts.totalMs, timeouts.finalReplyMs);
      patienceOf.set(patience.signal, patience);
      try {
        await mailer.sendMail({ ...message(mail, messageId), from: options.from, signal: patience.signal });
        return { kind: "sent" };
      } catch (error) {
        return judgeFailure(error);
      } finally {
        patience.stop();
      }
    },
    close: () => mailer.close(),
  };
}

function poolOptions(server: SmtpServer, timeouts: MailTimeouts) {
  return {
    pool: true as const,
    maxConnections: 3,
    // A pooled connection may have died idle: one more try, and only if no byte of the message was sent.
    maxRequeues: 1,
    host: server.host,
    port: server.port,
    secure: server.secure,
    requireTLS: server.requireTls,
    auth: server.credentials ?? undefined,
    tls: { minVersion: "TLSv1.2" as const, ...(server.ca === null ? {} : { ca: server.ca }) },
    dnsTimeout: timeouts.connectMs,
    connectionTimeout: timeouts.connectMs,
    greetingTimeout: timeouts.greetingMs,
    // Silence is judged by `patience`; this is the net below it, also for idle connections.
    socketTimeout: timeouts.totalMs + timeouts.finalReplyMs,
    socketCloseTimeout: 1_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function message(mail: OutgoingMail, messageId: string) {
  return {
    // An object, not text: text would be read as a list of addresses.
    to: { name: "", address: mail.to },
    messageId,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    textEncoding: "quoted-printable" as const,
    // RFC 3834: no vacation answers to a machine; the second says the same to Exchange.
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

const ONE_ADDRESS = /^[^\s\p{C},;:<>"()[\]\\@]+@[^\s\p{C},;:<>"()[\]\\@]+$/u;

function bracketed(messageId: string): string {
  const bare = messageId.replace(/^<|>$/g, "");
  if (!/^[!-;=?A-~]+@[!-;=?A-~]+$/.test(bare)) throw new RangeError("messageId must be of the form <unique@host>");
  return `<${bare}>`;
}
