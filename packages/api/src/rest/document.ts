import { ERRORS } from "@pronaflow/contract";
import * as z from "zod";
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject, ZodOpenApiResponsesObject } from "zod-openapi";
import { createDocument as createOpenApiDocument } from "zod-openapi";
import type { Operation } from "./operations.ts";
import { pathParameters } from "./operations.ts";

/** The OpenAPI 3.1 description of these operations, made from the schemas that judge the requests themselves. */
export function createDocument(operations: readonly Operation[], baseUrl: string): object {
  const paths: ZodOpenApiPathsObject = {};
  for (const operation of operations) {
    const method = operation.method.toLowerCase() as Lowercase<Operation["method"]>;
    paths[operation.path] = { ...paths[operation.path], [method]: describe(operation) };
  }
  return createOpenApiDocument(
    {
      openapi: "3.1.0",
      info: { title: "PronaFlow", version: "1.0.0", description: INTRODUCTION },
      servers: [{ url: new URL("/api/v1", baseUrl).href }],
      security: [{ bearer: [] }, { cookie: [] }],
      tags: tagsOf(operations),
      paths,
      components: {
        schemas: { Error: ErrorAnswer },
        securitySchemes: {
          bearer: { type: "http", scheme: "bearer", description: "A session token from sign-in." },
          cookie: {
            type: "apiKey",
            in: "cookie",
            name: baseUrl.startsWith("https:") ? "__Host-pf_session" : "pf_session",
            description: "The browser's session; changes also need this app's own Origin.",
          },
        },
      },
    },
    // A transform has no JSON Schema; what it hands on is described as anything rather than failing the start.
    { allowEmptySchema: { transform: true, custom: true, any: true, unknown: true } },
  );
}

function describe(operation: Operation): ZodOpenApiOperationObject {
  const { input, output, status = 200, protect = true, repeatable = false } = operation;
  const inPath = pathParameters(operation.path);
  const shape: Record<string, z.ZodType> = { ...(input?.shape as Record<string, z.ZodType> | undefined) };
  const pathShape = Object.fromEntries(inPath.map((name) => [name, shape[name] ?? z.string()]));
  const rest = Object.fromEntries(Object.entries(shape).filter(([name]) => !inPath.includes(name)));
  const hasRest = Object.keys(rest).length > 0;
  const inQuery = operation.method === "GET";
  const required = hasRest && !z.object(rest).safeParse({}).success;
  return {
    operationId: operation.name.replaceAll(".", "_"),
    summary: operation.summary,
    ...(operation.description ? { description: operation.description } : {}),
    ...(operation.tags ? { tags: operation.tags } : {}),
    ...(protect ? {} : { security: [] }),
    requestParams: {
      ...(inPath.length > 0 ? { path: z.object(pathShape) } : {}),
      ...(hasRest && inQuery ? { query: z.object(rest) } : {}),
      ...(repeatable ? { header: RepeatableHeader } : {}),
    },
    ...(hasRest && !inQuery
      ? { requestBody: { required, content: { "application/json": { schema: z.object(rest) } } } }
      : {}),
    responses: {
      [`${status}`]: success(status, output),
      ...failures({
        hasInput: input !== null || repeatable,
        hasBody: hasRest && !inQuery,
        inPath: inPath.length > 0,
        protect,
        repeatable,
      }),
    },
  };
}

function success(status: number, output: z.ZodType | null): ZodOpenApiResponsesObject[`${1 | 2 | 3 | 4 | 5}${string}`] {
  const description = SUCCESS[status] ?? "Done.";
  if (status === 204 || !output) return { description };
  return { description, content: { "application/json": { schema: output } } };
}

/** The statuses an operation may fail with, each naming its codes from the product's own table. */
function failures(has: {
  hasInput: boolean;
  hasBody: boolean;
  inPath: boolean;
  protect: boolean;
  repeatable: boolean;
}) {
  const statuses = new Set([403, 409, 429, 500, 503]);
  if (has.hasInput) statuses.add(400);
  if (has.repeatable) statuses.add(422);
  if (has.hasBody) statuses.add(413).add(415);
  if (has.inPath) statuses.add(404);
  // Signing in is refused with 401 as well, so an open operation lists it when it takes input.
  if (has.protect || has.hasInput) statuses.add(401);
  const responses: ZodOpenApiResponsesObject = {};
  for (const status of [...statuses].sort()) {
    const codes = Object.entries(ERRORS).filter(([, error]) => error.status === status);
    responses[`${status}` as "400"] = {
      description: codes.map(([code]) => code).join(", "),
      content: { "application/json": { schema: ErrorAnswer } },
    };
  }
  return responses;
}

function tagsOf(operations: readonly Operation[]): { name: string }[] {
  return [...new Set(operations.flatMap((operation) => operation.tags ?? []))].map((name) => ({ name }));
}

const ErrorAnswer = z
  .object({
    code: z.enum(Object.keys(ERRORS) as [string, ...string[]]),
    message: z.string().meta({ description: "For people, in the language of Accept-Language (en, vi)." }),
    fields: z.record(z.string(), z.array(z.string())).optional().meta({ description: "Codes by input field." }),
    requestId: z.string().meta({ description: "Quote it to support." }),
  })
  .meta({ id: "Error", description: "Every failure has this body." });

const SUCCESS: Record<number, string> = {
  200: "Done.",
  201: "Created.",
  202: "Accepted: the rest happens by mail or in the background.",
  204: "Done; there is no body.",
};

const RepeatableHeader = z.object({
  "Idempotency-Key": z
    .string()
    .optional()
    .meta({
      description: [
        "1 to 255 visible ASCII characters. The same call again with the same key is answered as it was, for 24 hours, and",
        "not done again; the answer then carries `Idempotency-Replayed: true`. Another call with it is refused with",
        "IDEMPOTENCY_KEY_REUSED. A call that was refused or failed may be made again with its key.",
      ].join(" "),
    }),
});

const INTRODUCTION = [
  "Identity and workspaces over JSON. The same procedures, rules and errors as the typed client.",
  "Ids are opaque strings, times ISO 8601 in UTC. Requests of another site's pages are refused.",
].join(" ");
