import { readFileSync } from "node:fs";
import { isIP } from "node:net";

/** An SMTP_URL that cannot be used. The message names the part at fault, never its value: it may be a password. */
export class SmtpUrlInvalid extends Error {
  override readonly name = "SmtpUrlInvalid";
}

export interface SmtpServer {
  host: string;
  port: number;
  /** TLS from the first byte (smtps). */
  secure: boolean;
  /** No mail without TLS. */
  requireTls: boolean;
  credentials: { user: string; pass: string } | null;
  /** PEM of the only authority trusted; null trusts the system's. */
  ca: string | null;
}

/**
 * Reads `smtp://` (port 587, STARTTLS when offered) or `smtps://` (port 465, TLS throughout), with
 * `user:password@` in percent encoding, `?tls=require` and `?ca=path` (PEM, trusted instead of the public ones).
 * Credentials are never sent to another machine in clear: they imply `tls=require` unless the host is this one.
 * Fails with `SmtpUrlInvalid`, also for a parameter it does not know: a misspelt `tls` must not mean none.
 */
export function parseSmtpUrl(text: string): SmtpServer {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !["smtp:", "smtps:"].includes(url.protocol))
    throw new SmtpUrlInvalid("must start with smtp:// or smtps://");
  if (url.hostname === "") throw new SmtpUrlInvalid("has no host");
  if (!["", "/"].includes(url.pathname) || url.hash !== "") throw new SmtpUrlInvalid("has a path or fragment");
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const secure = url.protocol === "smtps:";
  const credentials = readCredentials(url);
  const { requiresTls, caPath } = readParameters(url.searchParams);
  return {
    host,
    port: url.port === "" ? defaultPort(secure) : Number(url.port),
    secure,
    requireTls: !secure && (requiresTls || (credentials !== null && !isThisMachine(host))),
    credentials,
    ca: caPath === null ? null : readAuthority(caPath),
  };
}

// RFC 8314: submission with STARTTLS on 587, with TLS throughout on 465.
function defaultPort(secure: boolean): number {
  return secure ? 465 : 587;
}

function readCredentials(url: URL): SmtpServer["credentials"] {
  if (url.username === "" && url.password === "") return null;
  if (url.username === "" || url.password === "") throw new SmtpUrlInvalid("has a user or a password, but not both");
  try {
    return { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) };
  } catch {
    throw new SmtpUrlInvalid("has credentials that are not percent-encoded");
  }
}

function readParameters(parameters: URLSearchParams): { requiresTls: boolean; caPath: string | null } {
  const isUnknown = [...parameters.keys()].some((key) => key !== "tls" && key !== "ca");
  if (isUnknown) throw new SmtpUrlInvalid("has a parameter other than tls and ca");
  const tls = parameters.get("tls");
  if (tls !== null && tls !== "require") throw new SmtpUrlInvalid("has a tls parameter other than require");
  return { requiresTls: tls === "require", caPath: parameters.get("ca") };
}

function readAuthority(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new SmtpUrlInvalid("names a ca file that cannot be read");
  }
}

function isThisMachine(host: string): boolean {
  return host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));
}
