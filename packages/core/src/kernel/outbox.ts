import type { Locale } from "@pronaflow/contract";
import type { Tx } from "@pronaflow/db";
import type { MailProps, MailTemplate } from "@pronaflow/email";
import type { RequestContext } from "./context.ts";

/** A mail that a command asks for: which, to whom, in which language, with what in it. */
export type Mail = {
  [Template in MailTemplate]: {
    /** Where the command remembers which mail it was; otherwise it gets one. */
    id?: string;
    template: Template;
    to: string;
    accountId: string | null;
    locale: Locale;
    props: MailProps[Template];
    /** When the link inside runs out: from then on the mail is not sent. */
    expiresAt?: Date;
  };
}[MailTemplate];

/**
 * Writes mails into the outbox and asks the queue to send them, in the command's own transaction: no commit, no mail.
 * The properties may hold a link's token, so they are sealed until the mail is gone.
 */
export async function enqueueMails(tx: Tx, ctx: RequestContext, mails: readonly Mail[]): Promise<void> {
  const { services } = ctx;
  const now = services.clock.now();
  for (const mail of mails) {
    const id = mail.id ?? services.random.uuid();
    const messageId = `<${id}@${new URL(services.env.APP_URL).hostname}>`;
    const payload = services.keys.seal(JSON.stringify(mail.props), `mail:${id}`);
    await tx.$executeRaw`INSERT INTO mail_outbox (id, message_id, template, recipient, account_id, locale, payload,
        created_at, next_attempt_at, expires_at)
      VALUES (${id}::uuid, ${messageId}, ${mail.template}, ${mail.to}, ${mail.accountId}::uuid, ${mail.locale}, ${payload},
        ${now}, ${now}, ${mail.expiresAt ?? null})`;
    await services.jobs.send(tx, "mail.send", { mailId: id });
  }
}
