import type { MailTemplate } from "@pronaflow/email";
import type { Services } from "../kernel/services.ts";
import { CLOCK_SKEW_MS, LEASE_MS } from "./rules.ts";

/** A mail that this worker alone may send until its lease ends. */
export interface ClaimedMail {
  id: string;
  messageId: string;
  template: MailTemplate;
  recipient: string;
  locale: string;
  payload: string;
  /** Tries, this one included; also tells this lease from a later one. */
  attempts: number;
  createdAt: Date;
  expiresAt: Date | null;
}

const CLAIM = `UPDATE mail_outbox SET leased_until = $3, attempts = attempts + 1
  WHERE id = $1 AND state = 'QUEUED' AND payload IS NOT NULL AND next_attempt_at <= $4
    AND (leased_until IS NULL OR leased_until <= $2)
  RETURNING id, message_id AS "messageId", template, recipient, locale, payload, attempts, created_at AS "createdAt",
    expires_at AS "expiresAt"`;

/** Takes a mail in hand by one conditional statement; null where it is gone, not due, or in another worker's hand. */
export async function claimMail(services: Services, mailId: string): Promise<ClaimedMail | null> {
  const now = services.clock.now().getTime();
  const [claimed] = await services.db.hot<ClaimedMail>("mail_claim", CLAIM, [
    mailId,
    new Date(now),
    new Date(now + LEASE_MS),
    new Date(now + CLOCK_SKEW_MS),
  ]);
  return claimed ?? null;
}
