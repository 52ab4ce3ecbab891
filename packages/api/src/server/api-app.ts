import { fail, ProductError } from "@pronaflow/contract";
import { factsOf } from "@pronaflow/core/kernel";
import type { AnyTRPCRouter } from "@trpc/server";
import { TRPCError } from "@trpc/server";
import { Hono } from "hono";
import { restEndpoint } from "../rest/endpoint.ts";
import { failureAnswer, jsonAnswer } from "./answer.ts";
import type { ApiContext, ApiEnv } from "./api-env.ts";
import { readJsonBody } from "./body.ts";
import { callOf } from "./call.ts";
import { refuseCrossSite, sessionCookieName } from "./cross-site.ts";
import { withDeadline } from "./deadline.ts";
import { downloadAnswer } from "./download.ts";
import { codedError } from "./failure.ts";
import { readiness } from "./health.ts";
import type { Limits } from "./limits.ts";
import type { FrontOptions } from "./options.ts";
import { pictureAnswer } from "./picture.ts";
import { TRPC_PATH, trpcEndpoint, trpcEnvelope } from "./trpc-endpoint.ts";

/** Everything under `/api`: probes, tRPC, REST. Each answer is JSON, each failure has a code and a request id. */
export function createApiApp<Router extends AnyTRPCRouter>(
  options: FrontOptions<Router>,
  limits: Limits,
  isDraining: () => boolean,
): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  const onFault = ({ error, requestId, path }: { error: unknown; requestId: string; path: string | undefined }) =>
    options.log.error("request failed", { requestId, path, ...factsOf(innermost(error)) });
  const trpc = admitted(trpcEndpoint(options, limits, onFault), options, limits);

  app.get("/api/health/live", () => jsonAnswer(200, { status: "ok" }));
  app.get("/api/health/ready", async () => {
    const state = await readiness(options.probes, limits.probeMs, isDraining());
    return jsonAnswer(state.status === "ready" ? 200 : 503, state);
  });
  app.all("/api/health/*", (c) => {
    if (HEALTH_PATHS.has(c.req.path)) fail("METHOD_NOT_ALLOWED", { allow: "GET, HEAD" });
    return fail("NOT_FOUND");
  });
  app.all(`${TRPC_PATH}/*`, trpc);
  if (options.rest) app.all("/api/v1/*", admitted(restEndpoint(options), options, limits));

  const { download } = options;
  if (download) {
    const give = async (c: ApiContext) =>
      downloadAnswer(
        await download(await options.createContext(callOf(c, "rest", [])), c.req.path.slice("/api/exports/".length)),
      );
    app.get("/api/exports/*", admitted(give, options, limits));
  }

  const { picture } = options;
  if (picture) {
    const show = async (c: ApiContext) =>
      pictureAnswer(
        await picture(await options.createContext(callOf(c, "rest", [])), c.req.path.slice("/api/pictures/".length)),
      );
    app.get("/api/pictures/*", admitted(show, options, limits));
  }

  app.notFound((c) => failureAnswer(c, new ProductError("NOT_FOUND")));
  app.onError((thrown, c) => {
    const error = codedError(thrown);
    const { path } = c.req;
    if (!error) onFault({ error: thrown, requestId: c.env.arrival.requestId, path });
    const extra = path.startsWith(TRPC_PATH) ? trpcEnvelope(options.router, error) : {};
    return failureAnswer(c, error, extra);
  });
  return app;
}

/** The rules every call passes before a procedure: who sent it, how large it is, how long it may take. */
function admitted<Router extends AnyTRPCRouter>(
  endpoint: (c: ApiContext) => Promise<Response>,
  options: FrontOptions<Router>,
  limits: Limits,
): (c: ApiContext) => Promise<Response> {
  const site = {
    origin: new URL(options.baseUrl).origin,
    sessionCookie: sessionCookieName(options.app, options.baseUrl),
  };
  return async (c) => {
    const { raw } = c.req;
    const { incoming } = c.env;
    refuseCrossSite(raw.method, raw.headers, site);
    const bodyBytes = PICTURE_CALLS.test(c.req.path) ? limits.pictureBodyBytes : limits.bodyBytes;
    const body = await readJsonBody(raw, incoming, { ...limits, bodyBytes });
    c.set("body", body);
    // The node adapter hands a `rawBody` out as the request's own; a plain request is made again around it.
    if (incoming) Object.assign(incoming, { rawBody: body ?? Buffer.alloc(0) });
    else if (body)
      c.req.raw = new Request(raw.url, { method: raw.method, headers: raw.headers, body: new Uint8Array(body) });
    return await withDeadline(endpoint(c), limits.answerMs);
  };
}

/** tRPC wraps what a procedure threw; the log wants what was thrown. */
function innermost(error: unknown): unknown {
  return error instanceof TRPCError && error.cause ? error.cause : error;
}

/** The calls that carry a picture, alone in their request: 2 MB in base64, within JSON like everything else. */
const PICTURE_CALLS =
  /^\/api\/(v1\/(workspaces\/[^/]+\/logo|account\/avatar)|trpc\/(workspaces\.logo|account\.avatar)\.set)$/;

const HEALTH_PATHS = new Set(["/api/health/live", "/api/health/ready"]);
