import { setTimeout as pause } from "node:timers/promises";

/** Waits for a mail in the local inbox and reads the token from its link. */
export async function readMailedToken(inboxUrl: string, address: string): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const response = await fetch(`${inboxUrl}/api/email`);
    const mails = (await response.json()) as { text?: string; to?: { address: string }[] }[];
    const mail = mails.find(({ to }) => to?.some((one) => one.address === address));
    const token = /#token=([a-z2-7]{32})/.exec(mail?.text ?? "")?.[1];
    if (token) return token;
    await pause(100);
  }
  throw new Error(`No mail for ${address} arrived at ${inboxUrl}.`);
}
