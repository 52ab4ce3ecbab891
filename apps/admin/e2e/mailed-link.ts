import { setTimeout as pause } from "node:timers/promises";
import { e2eEnv } from "./env.ts";

interface Received {
  subject?: string;
  text?: string;
  to?: { address: string }[];
}

/** Waits for a mail to an address with a link to a page of the user app, of a subject where that matters; the link. */
export async function mailedLink(address: string, page: string, subject = /./): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const mails = (await (await fetch(`${e2eEnv.inboxUrl}/api/email`)).json()) as Received[];
    for (const mail of mails) {
      if (!mail.to?.some((one) => one.address === address) || !subject.test(mail.subject ?? "")) continue;
      const link = new RegExp(`https?://\\S+/${page}#token=[a-z2-7]{32}`).exec(mail.text ?? "")?.[0];
      if (link) return link;
    }
    await pause(100);
  }
  throw new Error(`No mail for ${address} with a link to ${page} arrived.`);
}
