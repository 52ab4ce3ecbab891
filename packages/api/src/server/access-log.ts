import type { IncomingMessage, ServerResponse } from "node:http";
import type { Log } from "@pronaflow/core/kernel";

/** One line a request, when its answer has left or its caller has: no query string, no header, no body. */
export function logAccess(
  log: Log,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  requestId: string,
  ip: string,
): void {
  const startedAt = performance.now();
  const { method, url = "" } = incoming;
  const question = url.indexOf("?");
  const path = (question === -1 ? url : url.slice(0, question)).slice(0, 300);
  outgoing.once("close", () => {
    const milliseconds = Math.round((performance.now() - startedAt) * 10) / 10;
    const aborted = outgoing.writableFinished ? {} : { aborted: true };
    log.info("request", { requestId, ip, method, path, status: outgoing.statusCode, milliseconds, ...aborted });
  });
}
