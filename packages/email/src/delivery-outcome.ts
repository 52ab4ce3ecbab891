/**
 * What became of one attempt. `retry`: may succeed later. `refused`: the server will never take this mail.
 * A reason is short and made of fixed words: no address, no server text, no secret.
 */
export type DeliveryOutcome =
  | { kind: "sent" }
  | { kind: "retry"; reason: string }
  | { kind: "refused"; reason: string };

interface SmtpFailure {
  code?: unknown;
  originalCode?: unknown;
  command?: unknown;
  responseCode?: unknown;
}

/**
 * Judges what nodemailer threw. RFC 5321 4.2.1: 4yz is transient, 5yz permanent; but only a reply about this mail
 * (MAIL, RCPT, DATA) refuses it. A server that refuses us (greeting, login, TLS, 503, 530) may be mended: retry.
 */
export function judgeFailure(error: unknown): DeliveryOutcome {
  const failure: SmtpFailure = typeof error === "object" && error !== null ? error : {};
  const step = MAIL_STEPS.get(String(failure.command));
  const status = typeof failure.responseCode === "number" ? failure.responseCode : null;
  if (status !== null) {
    const isAboutMail = step !== undefined && status >= 500 && status < 600 && !ABOUT_US.has(status);
    return { kind: isAboutMail ? "refused" : "retry", reason: `smtp ${status} ${step ?? "at connection"}` };
  }
  const code = String(failure.code);
  if (UNSENDABLE.has(code)) return { kind: "refused", reason: "address or message not acceptable" };
  return {
    kind: "retry",
    reason: networkReasons.get(systemCode(failure)) ?? networkReasons.get(code) ?? "connection failed",
  };
}

const MAIL_STEPS = new Map([
  ["MAIL FROM", "at sender"],
  ["RCPT TO", "at recipient"],
  ["DATA", "at message"],
]);

// Bad sequence, authentication required, mechanism too weak, failed, encryption required (RFC 5321, RFC 4954).
const ABOUT_US = new Set([503, 530, 534, 535, 538]);

const UNSENDABLE = new Set(["EENVELOPE", "EMESSAGE"]);

const networkReasons = new Map([
  ["EABORT", "timeout"],
  ["ETIMEDOUT", "timeout"],
  ["ECONNREFUSED", "connection refused"],
  ["ECONNRESET", "connection dropped"],
  ["EPIPE", "connection dropped"],
  ["ECONNECTION", "connection dropped"],
  ["EDNS", "host not found"],
  ["ENOTFOUND", "host not found"],
  ["EAUTH", "login failed"],
  ["ETLS", "tls failed"],
  ["EPROTOCOL", "unexpected answer"],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", "certificate not trusted"],
  ["SELF_SIGNED_CERT_IN_CHAIN", "certificate not trusted"],
  ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "certificate not trusted"],
  ["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "certificate not trusted"],
  ["CERT_HAS_EXPIRED", "certificate expired"],
  ["ERR_TLS_CERT_ALTNAME_INVALID", "certificate of another host"],
]);

// nodemailer puts its own code over the one of Node and keeps the first beside it.
function systemCode(failure: SmtpFailure): string {
  return String(failure.originalCode ?? "");
}
