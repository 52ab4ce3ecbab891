import { setTimeout as pause } from "node:timers/promises";
import { e2eEnv } from "./env.ts";

interface Received {
  subject?: string;
  text?: string;
  to?: { address: string }[];
}

/** Waits for a mail to an address that holds a link to a page, and answers with that link. */
export async function readMail(to: string, page: string): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const mails = (await (await fetch(`${e2eEnv.inboxUrl}/api/email`)).json()) as Received[];
    const mine = mails.filter((mail) => mail.to?.some(({ address }) => address === to));
    const link = mine.map(({ text }) => new RegExp(`https?://\\S+/${page}#token=[a-z2-7]{32}`).exec(text ?? "")?.[0]);
    const last = link.filter(Boolean).at(-1);
    if (last) return last;
    await pause(100);
  }
  throw new Error(`No mail for ${to} with a link to ${page} arrived.`);
}

/** The subjects of all mails to an address, oldest first, once one matches. */
export async function waitForSubject(to: string, subject: RegExp): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const mails = (await (await fetch(`${e2eEnv.inboxUrl}/api/email`)).json()) as Received[];
    if (mails.some((mail) => mail.to?.some(({ address }) => address === to) && subject.test(mail.subject ?? "")))
      return;
    await pause(100);
  }
  throw new Error(`No mail for ${to} has a subject like ${subject}.`);
}
