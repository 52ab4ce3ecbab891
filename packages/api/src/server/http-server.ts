import { randomUUID } from "node:crypto";
import type { RequestListener, Server } from "node:http";
import { createServer } from "node:http";
import type { Duplex } from "node:stream";
import { ProductError } from "@pronaflow/contract";
import { failureBody } from "./failure.ts";
import type { Limits } from "./limits.ts";
import type { SecurityHeaders } from "./security-headers.ts";
import { DATA_POLICY } from "./security-headers.ts";

/** A node server that bounds what a slow or malformed sender may hold, and answers even those with the headers. */
export function createHttpServer(listener: RequestListener, limits: Limits, fixed: SecurityHeaders): Server {
  const server = createServer(
    {
      maxHeaderSize: limits.headerBytes,
      headersTimeout: limits.headersMs,
      requestTimeout: limits.receiveMs,
      keepAliveTimeout: limits.idleConnectionMs,
      connectionsCheckingInterval: Math.min(5_000, limits.headersMs),
      // The listener refuses a missing Host itself, so that the refusal carries the headers.
      requireHostHeader: false,
      insecureHTTPParser: false,
    },
    listener,
  );
  // Node would drop headers past its count without a word; the listener counts and refuses.
  server.maxHeadersCount = 0;
  server.on("checkExpectation", listener);
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => refuseSocket(error, socket, fixed));
  return server;
}

/** What could not be parsed (smuggling, overflow, too slow) gets a whole answer, and the connection ends. */
function refuseSocket(error: NodeJS.ErrnoException, socket: Duplex, fixed: SecurityHeaders): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, reason] = REFUSALS[error.code ?? ""] ?? [400, "Bad Request"];
  const code = status === 408 ? "TIMEOUT" : "MALFORMED_REQUEST";
  const requestId = randomUUID();
  const body = JSON.stringify(failureBody(new ProductError(code), requestId, "en"));
  const lines = [
    `HTTP/1.1 ${status} ${reason}`,
    ...fixed.map(([name, value]) => `${name}: ${value}`),
    `X-Request-Id: ${requestId}`,
    `Content-Security-Policy: ${DATA_POLICY}`,
    "Content-Type: application/json; charset=utf-8",
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Cache-Control: no-store",
    "Connection: close",
  ];
  socket.end(`${lines.join("\r\n")}\r\n\r\n${body}`);
}

const REFUSALS: Record<string, readonly [status: number, reason: string]> = {
  HPE_HEADER_OVERFLOW: [431, "Request Header Fields Too Large"],
  ERR_HTTP_REQUEST_TIMEOUT: [408, "Request Timeout"],
};
