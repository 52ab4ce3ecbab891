import { pickLocale } from "@pronaflow/contract";
import type { MailProps, MailTransport, RenderedMail } from "@pronaflow/email";
import { renderMail } from "@pronaflow/email";
import { noteBounce } from "../invitations/note-bounce.ts";
import { factsOf } from "../kernel/log.ts";
import { workerContext } from "../kernel/scope.ts";
import type { Services } from "../kernel/services.ts";
import type { ClaimedMail } from "./claim-mail.ts";
import { claimMail } from "./claim-mail.ts";
import { nextAttempt } from "./rules.ts";
import type { Settlement } from "./settle-mail.ts";
import { settleMail } from "./settle-mail.ts";

/**
 * Tries once to send a mail of the outbox, if it is due and in nobody's hand; answers with its state afterwards, null
 * where there was nothing to do. Any number of workers may be asked at once: one sends. Throws only for the database.
 */
export async function sendMail(
  services: Services,
  transport: MailTransport,
  mailId: string,
): Promise<Settlement["state"] | null> {
  const mail = await claimMail(services, mailId);
  if (!mail) return null;
  const settlement = await deliver(services, transport, mail);
  await settleMail(services, mail, settlement);
  const isBounced = settlement.state === "REFUSED" && mail.template === "invitation";
  if (isBounced) await noteBounce(workerContext(services, services.random.uuid()), mailId);
  const facts = { mailId, template: mail.template, attempts: mail.attempts, state: settlement.state };
  if (settlement.state === "SENT") services.log.info("mail sent", facts);
  else services.log.warn("mail not sent", { ...facts, reason: settlement.reason });
  return settlement.state;
}

async function deliver(services: Services, transport: MailTransport, mail: ClaimedMail): Promise<Settlement> {
  const now = services.clock.now();
  if (mail.expiresAt && mail.expiresAt <= now) return { state: "EXPIRED", reason: "its link had run out" };
  const rendered = await render(services, mail);
  if (!rendered) return { state: "FAILED", reason: "could not be opened or written" };
  const outcome = await transport.send({ messageId: mail.messageId, to: mail.recipient, ...rendered });
  if (outcome.kind === "sent") return { state: "SENT" };
  if (outcome.kind === "refused") return { state: "REFUSED", reason: outcome.reason };
  const failedAt = services.clock.now();
  const nextAttemptAt = nextAttempt(mail, failedAt, services.random.bytes(1).readUInt8(0) / 255);
  return nextAttemptAt
    ? { state: "QUEUED", nextAttemptAt, reason: outcome.reason }
    : { state: "FAILED", reason: outcome.reason };
}

/** Null where the seal does not open (its key was taken away) or the template refuses: no later try would differ. */
async function render(services: Services, mail: ClaimedMail): Promise<RenderedMail | null> {
  try {
    // The outbox sealed these properties under this template, typed together.
    const props = JSON.parse(services.keys.open(mail.payload, `mail:${mail.id}`)) as MailProps[typeof mail.template];
    return await renderMail({
      template: mail.template,
      props,
      locale: pickLocale(mail.locale),
      product: { name: "PronaFlow", url: services.env.APP_URL },
    });
  } catch (error) {
    services.log.error("mail cannot be written", { mailId: mail.id, ...factsOf(error) });
    return null;
  }
}
