import { hashToken, newToken } from "@pronaflow/auth";
import type { Locale, Role } from "@pronaflow/contract";
import type { WorkspaceContext } from "../kernel/context.ts";
import type { Mail } from "../kernel/outbox.ts";
import { INVITATION_TTL_MS } from "./rules.ts";

/** A link made just now, with the mail that carries it. The token is in these two and nowhere else. */
export interface Issued {
  tokenHash: Uint8Array<ArrayBuffer>;
  mailId: string;
  sentAt: Date;
  expiresAt: Date;
  mail: Mail;
  /** For the inviter's own hands, only where no mail would arrive. */
  link: string | null;
}

interface Order {
  email: string;
  role: Role;
  workspaceName: string;
  locale: Locale;
}

/** Makes a new link of 48 hours to an address, and the mail that says who invites whom to what. */
export function issueInvitation(ctx: WorkspaceContext, order: Order): Issued {
  const { clock, random, env } = ctx.services;
  const token = newToken((size) => random.bytes(size));
  const link = `${env.APP_URL}/invitation#token=${token}`;
  const sentAt = clock.now();
  const expiresAt = new Date(sentAt.getTime() + INVITATION_TTL_MS);
  const mailId = random.uuid();
  const { displayName, email: inviterEmail } = ctx.actor.account;
  const mail: Mail = {
    id: mailId,
    template: "invitation",
    to: order.email,
    accountId: null,
    locale: order.locale,
    expiresAt,
    props: {
      displayName: "",
      link,
      workspaceName: order.workspaceName,
      inviterName: displayName,
      inviterEmail,
      role: order.role,
      expiresInHours: INVITATION_TTL_MS / 3_600_000,
    },
  };
  const tokenHash = Uint8Array.from(hashToken(token));
  return { tokenHash, mailId, sentAt, expiresAt, mail, link: isMailConfigured(env) ? null : link };
}

// The local inbox shows everything to whoever runs the product and delivers nothing.
function isMailConfigured(env: { SMTP_URL?: string | undefined; MAIL_PORT: number }): boolean {
  return env.SMTP_URL !== undefined && env.SMTP_URL !== `smtp://127.0.0.1:${env.MAIL_PORT + 1}`;
}
