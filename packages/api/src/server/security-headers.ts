import { randomBytes } from "node:crypto";

/** What every answer of an app carries, whoever wrote it: the API, Next, a 404, a refused socket. */
export type SecurityHeaders = readonly (readonly [name: string, value: string])[];

/** The fixed part. HSTS (two years) only over https, where a browser obeys it. */
export function fixedHeaders(baseUrl: string): SecurityHeaders {
  const fixed: [string, string][] = [
    ["X-Content-Type-Options", "nosniff"],
    ["Referrer-Policy", "no-referrer"],
    ["Permissions-Policy", PERMISSIONS_POLICY],
    ["Cross-Origin-Opener-Policy", "same-origin"],
    ["Cross-Origin-Resource-Policy", "same-origin"],
    ["X-Frame-Options", "DENY"],
  ];
  if (baseUrl.startsWith("https:")) {
    fixed.push(["Strict-Transport-Security", "max-age=63072000; includeSubDomains"]);
  }
  return fixed;
}

/** For answers that are data or files: opened as a document they may load and run nothing. */
export const DATA_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

export interface PagePolicy {
  nonce: string;
  dev: boolean;
  secure: boolean;
  styleHashes: readonly string[];
}

/**
 * For pages. Scripts run by nonce and by what a nonced script loads. Style attributes are allowed (floating
 * elements are placed by them), style elements only by nonce or by the hash of a known one.
 */
export function pagePolicy({ nonce, dev, secure, styleHashes }: PagePolicy): string {
  const hashes = styleHashes.map((hash) => ` '${hash}'`).join("");
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    // The error overlay of `dev` writes style elements without a nonce.
    dev ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'${hashes}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${dev ? " ws:" : ""}`,
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
    ...(secure ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/** 128 random bits, as CSP asks for a nonce. */
export function newNonce(): string {
  return randomBytes(16).toString("base64");
}

const PERMISSIONS_POLICY = [
  "accelerometer=()",
  "autoplay=()",
  "browsing-topics=()",
  "camera=()",
  "display-capture=()",
  "geolocation=()",
  "gyroscope=()",
  "magnetometer=()",
  "microphone=()",
  "midi=()",
  "payment=()",
  "serial=()",
  "usb=()",
  "clipboard-write=(self)",
  "publickey-credentials-create=(self)",
  "publickey-credentials-get=(self)",
].join(", ");
