import { fail } from "@pronaflow/contract";
import type { AnyTRPCRouter } from "@trpc/server";
import { callTRPCProcedure } from "@trpc/server";
import { jsonAnswer } from "../server/answer.ts";
import type { ApiContext } from "../server/api-env.ts";
import { parseJson } from "../server/body.ts";
import { callOf } from "../server/call.ts";
import type { FrontOptions } from "../server/options.ts";
import { createDocument } from "./document.ts";
import type { RestMethod } from "./meta.ts";
import type { Operation } from "./operations.ts";
import { operationsOf } from "./operations.ts";
import { createQueryReader } from "./query.ts";
import type { Found } from "./routes.ts";
import { createRoutes } from "./routes.ts";

export const REST_PATH = "/api/v1";

/**
 * Answers `/api/v1` with the procedures of the router that have a REST address. Thrown errors reach the front, which
 * gives them their body; an unknown path is `NOT_FOUND`, a known one with another method `METHOD_NOT_ALLOWED`.
 */
export function restEndpoint<Router extends AnyTRPCRouter>(
  options: FrontOptions<Router>,
): (c: ApiContext) => Promise<Response> {
  const operations = operationsOf(options.router);
  const find = createRoutes(operations);
  const readers = new Map(operations.map((operation) => [operation, createQueryReader(operation.input)]));
  const document = createDocument(operations, options.baseUrl);

  return async (c) => {
    const path = c.req.path.slice(REST_PATH.length);
    if (path === "/openapi.json") return answerDocument(c, document);
    const found = find(path) ?? fail("NOT_FOUND");
    const allow = allowedMethods(found);
    if (c.req.method === "OPTIONS") return jsonAnswer(204, undefined, { Allow: allow });
    const method = c.req.method === "HEAD" ? "GET" : c.req.method;
    const operation = found.methods.get(method as RestMethod) ?? fail("METHOD_NOT_ALLOWED", { allow });
    const input = readInput(c, operation, found.parameters, readers.get(operation));
    const output = await callTRPCProcedure({
      router: options.router,
      path: operation.name,
      type: operation.procedure._def.type,
      getRawInput: async () => input,
      ctx: await options.createContext(callOf(c, "rest", [operation.procedure])),
      signal: c.req.raw.signal,
      batchIndex: 0,
    });
    const { status = 200 } = operation;
    return jsonAnswer(status, status === 204 ? undefined : (output ?? {}));
  };
}

/** Query, then body, then path: the address says which thing is meant, whatever the body claims. */
function readInput(
  c: ApiContext,
  operation: Operation,
  parameters: Record<string, string>,
  readQuery: ReturnType<typeof createQueryReader> | undefined,
): Record<string, unknown> | undefined {
  if (!operation.input) return undefined;
  const body = c.get("body");
  const sent = body ? parseJson(body) : {};
  if (sent === null || typeof sent !== "object" || Array.isArray(sent)) fail("MALFORMED_REQUEST");
  const takesQuery = operation.method === "GET" || operation.method === "DELETE";
  const query = takesQuery ? readQuery?.(new URL(c.req.url).searchParams) : {};
  return { ...query, ...sent, ...parameters };
}

function answerDocument(c: ApiContext, document: object): Response {
  const allow = "GET, HEAD, OPTIONS";
  if (c.req.method === "OPTIONS") return jsonAnswer(204, undefined, { Allow: allow });
  if (c.req.method !== "GET" && c.req.method !== "HEAD") fail("METHOD_NOT_ALLOWED", { allow });
  return jsonAnswer(200, document);
}

function allowedMethods(found: Found): string {
  const methods: string[] = [...found.methods.keys()];
  if (found.methods.has("GET")) methods.push("HEAD");
  return [...methods, "OPTIONS"].join(", ");
}
