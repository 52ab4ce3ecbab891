/** A link that may not stand in a mail. The message never holds the link: it may carry a token. */
export class MailLinkRefused extends Error {
  override readonly name = "MailLinkRefused";
}

/**
 * The link as given, when it is an absolute http or https URL without blanks, quotes, credentials or controls.
 * Fails with `MailLinkRefused` otherwise (`javascript:`, relative, broken over lines).
 */
export function mailLink(link: string): string {
  const url = URL.canParse(link) ? new URL(link) : null;
  const isWeb = url?.protocol === "https:" || url?.protocol === "http:";
  if (!url || !isWeb || url.username !== "" || url.password !== "" || UNSAFE.test(link)) {
    throw new MailLinkRefused("a mail link must be an absolute http(s) URL");
  }
  return link;
}

const UNSAFE = /[\s\p{C}"'<>`\\]/u;
