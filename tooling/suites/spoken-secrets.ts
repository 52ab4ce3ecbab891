import type { RunSecret } from "@pronaflow/testing/browser";

/** A line that a part of the product said, in its log or beside it. */
export type Spoken = { name: string; line: string };
/** A mail as the inbox gives it. */
export type Mail = { subject?: string; text?: string; html?: string };

const LINK_TOKEN = /#token=([a-z2-7]{32})/g;

/**
 * Where a secret of the run was said: none may be in a line of any part; a mail may hold the tokens of its own links,
 * after `#token=`, and nothing else. Says where, never what.
 */
export function findSpoken(secrets: readonly RunSecret[], lines: readonly Spoken[], mails: readonly Mail[]): string[] {
  const given = new Set(secrets.filter(({ from }) => from === "product").map(({ value }) => value));
  const mailed = mails.flatMap((mail) => linkTokens(mail));
  const all = [...new Set([...secrets.map(({ value }) => value), ...mailed])].flatMap(waysToWrite);
  const said = lines.filter(({ line }) => all.some((secret) => line.includes(secret)));
  return [
    ...said.map(({ name, line }) => `${name} said a secret: ${masked(line, all)}`),
    ...mails.filter((mail) => holdsForeign(mail, all, given)).map(({ subject }) => `a mail holds a secret: ${subject}`),
  ];
}

function holdsForeign(mail: Mail, all: string[], given: Set<string>): boolean {
  if (linkTokens(mail).some((token) => given.has(token))) return true;
  const text = [mail.subject, mail.text, mail.html].join("\n").replace(LINK_TOKEN, "#");
  return all.some((secret) => text.includes(secret));
}

function linkTokens({ text = "", html = "" }: Mail): string[] {
  return [...`${text}\n${html}`.matchAll(LINK_TOKEN)].map(([, token = ""]) => token);
}

/** As it is, in a URL, and as JSON writes it. */
function waysToWrite(secret: string): string[] {
  return [...new Set([secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])];
}

function masked(line: string, all: string[]): string {
  return all.reduce((text, secret) => text.replaceAll(secret, "●●●"), line).slice(0, 300);
}
