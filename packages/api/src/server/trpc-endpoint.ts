import type { ProductError } from "@pronaflow/contract";
import { ERRORS, fail } from "@pronaflow/contract";
import type { AnyTRPCRouter } from "@trpc/server";
import { TRPCError, transformTRPCResponse } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { getErrorShape } from "@trpc/server/unstable-core-do-not-import";
import type { ApiContext } from "./api-env.ts";
import { callOf } from "./call.ts";
import { codedError, retryAfter } from "./failure.ts";
import { nestsDeeper } from "./json-depth.ts";
import type { Limits } from "./limits.ts";
import type { FrontOptions } from "./options.ts";

export const TRPC_PATH = "/api/trpc";

/** Answers tRPC calls, single and batched, by the fetch adapter. The body has been read and judged before. */
export function trpcEndpoint<Router extends AnyTRPCRouter>(
  options: FrontOptions<Router>,
  limits: Limits,
  onFault: (fault: { error: unknown; requestId: string; path: string | undefined }) => void,
): (c: ApiContext) => Promise<Response> {
  return async (c) => {
    const { method } = c.req;
    if (method === "OPTIONS") return new Response(null, { status: 204, headers: { Allow: ALLOW } });
    if (method !== "GET" && method !== "POST") fail("METHOD_NOT_ALLOWED", { allow: ALLOW });
    refuseOversize(c.req.raw, limits);
    const response = await fetchRequestHandler({
      endpoint: TRPC_PATH,
      req: c.req.raw,
      router: options.router,
      createContext: async ({ info }) => {
        const procedures = info.calls.map(({ procedure }) => procedure).filter((procedure) => procedure !== null);
        return options.createContext(callOf(c, "trpc", procedures));
      },
      maxBatchSize: limits.batchCalls,
      responseMeta({ errors }) {
        const wait = errors.map((error) => retryAfter(codedError(error))).find((seconds) => seconds !== null);
        return wait ? { headers: new Headers({ "Retry-After": wait }) } : {};
      },
      onError({ error, path }) {
        if (!codedError(error)) onFault({ error, requestId: c.env.arrival.requestId, path });
      },
    });
    response.headers.set("Content-Type", "application/json; charset=utf-8");
    return response;
  };
}

/** The envelope a tRPC client reads a failure from, for requests refused before tRPC saw them. */
export function trpcEnvelope(router: AnyTRPCRouter, error: ProductError | null): object {
  const config = router._def._config;
  const code = error ? ERRORS[error.code].trpc : "INTERNAL_SERVER_ERROR";
  const shape = getErrorShape({
    config,
    error: new TRPCError({ code, message: error?.code ?? "INTERNAL", ...(error ? { cause: error } : {}) }),
    type: "unknown",
    path: undefined,
    input: undefined,
    ctx: undefined,
  });
  return transformTRPCResponse(config, { error: shape });
}

/** Batches are counted before their calls are looked up; a GET's input is held to the depth of a body's. */
function refuseOversize(request: Request, limits: Limits): void {
  const question = request.url.indexOf("?");
  if (question === -1) return;
  const query = request.url.slice(question);
  if (query.includes("batch=") && callsIn(request.url.slice(0, question)) > limits.batchCalls) {
    fail("BATCH_TOO_LARGE", { limit: limits.batchCalls });
  }
  // A streamed answer has sent its headers before the procedures run: no cookie, no status.
  if (request.headers.has("trpc-accept")) fail("MALFORMED_REQUEST");
  if (request.headers.get("accept")?.includes("application/jsonl")) fail("MALFORMED_REQUEST");
  const brackets = query.match(/[[{]|%5b|%7b/gi)?.length ?? 0;
  if (brackets <= limits.jsonDepth) return;
  const input = new URLSearchParams(query).get("input") ?? "";
  if (nestsDeeper(Buffer.from(input), limits.jsonDepth)) fail("MALFORMED_REQUEST");
}

function callsIn(path: string): number {
  return path.split(/,|%2c/i).length;
}

const ALLOW = "GET, POST";
