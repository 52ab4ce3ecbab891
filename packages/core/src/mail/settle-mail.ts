import { setTimeout as pause } from "node:timers/promises";
import type { Services } from "../kernel/services.ts";
import type { ClaimedMail } from "./claim-mail.ts";

/** How a try ended: out of the house, waiting, or given up. */
export type Settlement =
  | { state: "SENT" }
  | { state: "QUEUED"; nextAttemptAt: Date; reason: string }
  | { state: "REFUSED" | "FAILED" | "EXPIRED"; reason: string };

const SENT = `UPDATE mail_outbox SET state = 'SENT', sent_at = $2, payload = NULL, leased_until = NULL, last_error = NULL
  WHERE id = $1 AND state <> 'SENT'`;
// Of another lease's mail, a worker that came too late says nothing.
const WAITING = `UPDATE mail_outbox SET next_attempt_at = $3, leased_until = NULL, last_error = $4
  WHERE id = $1 AND attempts = $2 AND state = 'QUEUED'`;
const GIVEN_UP = `UPDATE mail_outbox SET state = $3::"MailState", payload = NULL, leased_until = NULL, last_error = $4
  WHERE id = $1 AND attempts = $2 AND state = 'QUEUED'`;

/** Writes how a try ended. What is sealed in the mail goes as soon as nobody will send it any more. */
export async function settleMail(services: Services, mail: ClaimedMail, settlement: Settlement): Promise<void> {
  const { db } = services;
  const { id, attempts } = mail;
  if (settlement.state === "SENT") await persist(() => db.hot("mail_sent", SENT, [id, services.clock.now()]));
  else if (settlement.state === "QUEUED")
    await db.hot("mail_waiting", WAITING, [id, attempts, settlement.nextAttemptAt, settlement.reason]);
  else await db.hot("mail_given_up", GIVEN_UP, [id, attempts, settlement.state, settlement.reason]);
}

const TRIES = 5;

// Sent but not marked is the one window in which a twin is made: a database that hiccups is asked again.
async function persist(mark: () => Promise<unknown>): Promise<void> {
  for (let tried = 1; ; tried++) {
    try {
      await mark();
      return;
    } catch (error) {
      if (tried === TRIES) throw error;
      await pause(200 * tried);
    }
  }
}
