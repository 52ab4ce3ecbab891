import type { IncomingMessage, ServerResponse } from "node:http";
import { factsOf } from "@pronaflow/core/kernel";
import type { AnyTRPCRouter } from "@trpc/server";
import type { Limits } from "./limits.ts";
import type { FrontOptions } from "./options.ts";
import { newNonce, pagePolicy } from "./security-headers.ts";

export interface PageCall {
  requestId: string;
  ip: string;
}

/**
 * Hands a request to Next with the facts it may trust (`x-pf-request-id`, `x-pf-client-ip`, `x-pf-nonce`) and the
 * policy it reads the nonce from. Pages answer GET and HEAD; every change goes through the API.
 */
export function createPageHandler<Router extends AnyTRPCRouter>(options: FrontOptions<Router>, limits: Limits) {
  const { pages, dev = false, styleHashes = [], log } = options;
  const secure = options.baseUrl.startsWith("https:");

  return async (incoming: IncomingMessage, outgoing: ServerResponse, call: PageCall): Promise<void> => {
    const url = incoming.url ?? "/";
    const isTool = dev && url.startsWith("/__nextjs");
    if (incoming.method !== "GET" && incoming.method !== "HEAD" && !isTool) {
      outgoing.setHeader("Allow", "GET, HEAD");
      return plainAnswer(outgoing, 405, "This address doesn't answer that method.");
    }
    if (!pages) return plainAnswer(outgoing, 404, "There is nothing here.");
    const nonce = newNonce();
    incoming.headers["x-pf-request-id"] = call.requestId;
    incoming.headers["x-pf-client-ip"] = call.ip;
    incoming.headers["x-pf-nonce"] = nonce;
    if (!isFile(url)) {
      const policy = pagePolicy({ nonce, dev, secure, styleHashes });
      incoming.headers["content-security-policy"] = policy;
      outgoing.setHeader("Content-Security-Policy", policy);
      outgoing.setHeader("Cache-Control", "no-store");
    }
    const timer = dev ? undefined : setTimeout(() => giveUp(outgoing, call), limits.pageMs);
    try {
      await pages.handle(incoming, outgoing);
    } catch (thrown) {
      log.error("page failed", { requestId: call.requestId, ...factsOf(thrown) });
      plainAnswer(outgoing, 500, `Something went wrong on our side. Request ${call.requestId}`);
    } finally {
      clearTimeout(timer);
    }
  };
}

/** Next's own files and public files have a name with a dot; they are cached as Next says and are no documents. */
function isFile(url: string): boolean {
  const [path = ""] = url.split("?", 1);
  return path.startsWith("/_next/") || /\/[^/]*\.[a-z0-9]{2,5}$/i.test(path);
}

function giveUp(outgoing: ServerResponse, call: PageCall): void {
  if (outgoing.headersSent) outgoing.destroy();
  else {
    outgoing.setHeader("Retry-After", "1");
    plainAnswer(outgoing, 503, `That took too long and was stopped. Try again. Request ${call.requestId}`);
  }
}

function plainAnswer(outgoing: ServerResponse, status: number, text: string): void {
  if (outgoing.headersSent) {
    outgoing.destroy();
    return;
  }
  outgoing.statusCode = status;
  outgoing.setHeader("Content-Type", "text/plain; charset=utf-8");
  outgoing.setHeader("Cache-Control", "no-store");
  outgoing.end(text);
}
