import { isPersonalToken } from "./personal-tokens.ts";
import { isToken } from "./tokens.ts";

export type PresentedToken = {
  token: string;
  via: "cookie" | "bearer";
  /** A session's token, or one that a person made for a program. The second comes as a bearer only. */
  kind: "session" | "personal";
};

export type CredentialHeaders = {
  cookieHeader?: string | null | undefined;
  authorization?: string | null | undefined;
};

/**
 * The token that a request presents, or null. A bearer header, once there, is the only thing read: a request
 * that names its credential is not quietly served as whoever the cookie says. Never throws, whatever the headers hold.
 */
export function readPresentedToken(headers: CredentialHeaders, cookieName: string): PresentedToken | null {
  const { authorization, cookieHeader } = headers;
  if (authorization && /^bearer(?: |$)/i.test(authorization)) {
    const token = authorization.length > 256 ? "" : authorization.slice("bearer ".length).trim();
    if (isPersonalToken(token)) return { token, via: "bearer", kind: "personal" };
    return isToken(token) ? { token, via: "bearer", kind: "session" } : null;
  }
  const token = cookieHeader ? readCookie(cookieHeader, cookieName) : null;
  return token !== null && isToken(token) ? { token, via: "cookie", kind: "session" } : null;
}

/**
 * The value of one cookie. Null when absent, when the header is over 16 KiB (Node's own limit), and when the name comes twice
 * with different values: a neighbouring host may have planted one of them, and nothing tells which.
 */
export function readCookie(header: string, name: string): string | null {
  if (header.length > LONGEST_HEADER) return null;
  let found: string | null = null;
  for (const pair of header.split(";")) {
    const equals = pair.indexOf("=");
    if (equals < 0 || pair.slice(0, equals).trim() !== name) continue;
    const value = pair.slice(equals + 1).trim();
    if (found !== null && found !== value) return null;
    found = value;
  }
  return found;
}

const LONGEST_HEADER = 16_384;
