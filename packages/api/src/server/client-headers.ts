import type { IncomingMessage } from "node:http";

/** Headers that only the front, a trusted proxy or Next itself may speak in, by how they begin. */
const RESERVED =
  /^(?:x-pf-|x-forwarded-|x-real-ip$|x-original-|x-rewrite-|x-middleware-|x-invoke-|forwarded$|content-security-policy)/i;

/**
 * Removes what a client may not say about itself or to Next (`x-pf-*`, forwarded addresses, hosts and schemes,
 * Next's internal headers), and replaces the host by the configured one, so that no link, redirect or check
 * downstream can be steered by a request. Returns the forwarded addresses, for `resolveIp` to judge.
 */
export function takeReservedHeaders(incoming: IncomingMessage, host: string): string | undefined {
  const { headers, rawHeaders } = incoming;
  const forwardedFor = headers["x-forwarded-for"];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? "";
    if (!RESERVED.test(name)) continue;
    delete headers[name.toLowerCase()];
    // Blanked in place: Node has counted this list, a shorter one would break its other readers.
    rawHeaders[at] = "x-refused";
    rawHeaders[at + 1] = "";
  }
  headers.host = host;
  return typeof forwardedFor === "string" ? forwardedFor : undefined;
}
