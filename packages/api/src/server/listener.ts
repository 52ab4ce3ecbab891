import { randomUUID } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { ErrorCode } from "@pronaflow/contract";
import { ProductError, pickLocale } from "@pronaflow/contract";
import { factsOf } from "@pronaflow/core/kernel";
import type { AnyTRPCRouter } from "@trpc/server";
import type { Hono } from "hono";
import { logAccess } from "./access-log.ts";
import type { ApiEnv, Arrival } from "./api-env.ts";
import { takeReservedHeaders } from "./client-headers.ts";
import { failureBody, statusOf } from "./failure.ts";
import type { Limits } from "./limits.ts";
import type { FrontOptions } from "./options.ts";
import { createPageHandler } from "./page-handler.ts";
import { DATA_POLICY, fixedHeaders } from "./security-headers.ts";

/**
 * The first to see a request: gives it an id, the caller's address and the headers every answer carries, then hands
 * it to the API or to the pages. Whatever either does, the answer has gone through here.
 */
export function createListener<Router extends AnyTRPCRouter>(
  options: FrontOptions<Router>,
  limits: Limits,
  api: Hono<ApiEnv>,
  isDraining: () => boolean,
): RequestListener {
  const { host } = new URL(options.baseUrl);
  const fixed = fixedHeaders(options.baseUrl);
  const answerPage = createPageHandler(options, limits);
  const arrivals = new WeakMap<IncomingMessage, Arrival>();
  const answerApi = apiListener(api, arrivals, options);

  return (incoming, outgoing) => {
    const requestId = randomUUID();
    const peer = incoming.socket.remoteAddress ?? "";
    const hasHost = incoming.headers.host !== undefined || incoming.httpVersion === "1.0";
    const ip = options.resolveIp(peer, takeReservedHeaders(incoming, host));
    for (const [name, value] of fixed) outgoing.setHeader(name, value);
    outgoing.setHeader("X-Request-Id", requestId);
    outgoing.setHeader("Content-Security-Policy", DATA_POLICY);
    if (isDraining()) outgoing.setHeader("Connection", "close");
    logAccess(options.log, incoming, outgoing, requestId, ip);

    const url = incoming.url ?? "";
    const refusal = hasHost ? refusalOf(incoming, url, limits) : "MALFORMED_REQUEST";
    if (refusal) return refuse(incoming, outgoing, refusal, requestId);
    if (!isApiPath(url)) return void answerPage(incoming, outgoing, { requestId, ip });
    outgoing.setHeader("Cache-Control", "no-store");
    arrivals.set(incoming, { requestId, ip, cookies: [], extraHeaders: [] });
    return void answerApi(incoming, outgoing);
  };
}

/**
 * Hono's node adapter. `overrideGlobalObjects` stays off: it saves 0.04 ms of 0.18 ms CPU a call (measured), but
 * would replace the process-wide Request and Response under Next.
 */
function apiListener<Router extends AnyTRPCRouter>(
  api: Hono<ApiEnv>,
  arrivals: WeakMap<IncomingMessage, Arrival>,
  options: FrontOptions<Router>,
) {
  return getRequestListener(
    async (request, env) => {
      const incoming = env.incoming as IncomingMessage;
      const outgoing = env.outgoing as ServerResponse;
      const arrival = arrivals.get(incoming) ?? { requestId: randomUUID(), ip: "", cookies: [], extraHeaders: [] };
      const response = await api.fetch(request, { arrival, incoming, outgoing });
      if (!outgoing.headersSent) {
        if (arrival.cookies.length > 0) outgoing.setHeader("Set-Cookie", arrival.cookies);
        for (const [name, value] of arrival.extraHeaders) outgoing.setHeader(name, value);
        if (response.status === 413) outgoing.setHeader("Connection", "close");
      }
      return response;
    },
    {
      overrideGlobalObjects: false,
      errorHandler: (thrown) => {
        options.log.warn("request could not be read", factsOf(thrown));
        const body = failureBody(new ProductError("MALFORMED_REQUEST"), randomUUID(), "en");
        return new Response(JSON.stringify(body), { status: 400, headers: JSON_TYPE });
      },
    },
  );
}

/** What no path accepts: a target that is not a path, too many headers, a method that nobody lists. */
function refusalOf(incoming: IncomingMessage, url: string, limits: Limits): ErrorCode | null {
  if (!url.startsWith("/") || url.includes("\\")) return "MALFORMED_REQUEST";
  if (incoming.rawHeaders.length > limits.headerCount * 2) return "MALFORMED_REQUEST";
  return METHODS.has(incoming.method ?? "") ? null : "METHOD_NOT_ALLOWED";
}

function refuse(incoming: IncomingMessage, outgoing: ServerResponse, code: ErrorCode, requestId: string): void {
  const error = new ProductError(code);
  const body = failureBody(error, requestId, pickLocale(incoming.headers["accept-language"]));
  if (code === "METHOD_NOT_ALLOWED") outgoing.setHeader("Allow", [...METHODS].join(", "));
  outgoing.writeHead(statusOf(error), { ...JSON_TYPE, "Cache-Control": "no-store", Connection: "close" });
  outgoing.end(incoming.method === "HEAD" ? undefined : JSON.stringify(body));
}

function isApiPath(url: string): boolean {
  return url.startsWith("/api") && (url.length === 4 || url[4] === "/" || url[4] === "?");
}

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);
const JSON_TYPE = { "Content-Type": "application/json; charset=utf-8" };
