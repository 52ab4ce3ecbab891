import type { JsonSchema, OpenApiDocument, OpenApiOperation } from "./open-api.ts";

export interface ReferenceCall {
  id: string;
  method: string;
  path: string;
  operation: OpenApiOperation;
  isOpen: boolean;
  body: JsonSchema | null;
  answer: { status: string; description: string; schema: JsonSchema | null };
  failures: { status: string; codes: string }[];
}

export interface ReferenceGroup {
  name: string;
  id: string;
  calls: ReferenceCall[];
}

/** The calls of a document by tag, in the document's own order. Calls without a tag go under `other`. */
export function groupCalls(document: OpenApiDocument, other: string): ReferenceGroup[] {
  const groups = new Map<string, ReferenceCall[]>();
  for (const { name } of document.tags ?? []) groups.set(name, []);
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const name = operation.tags?.[0] ?? other;
      groups.set(name, [...(groups.get(name) ?? []), callOf(method, path, operation, document)]);
    }
  }
  return [...groups]
    .filter(([, calls]) => calls.length > 0)
    .map(([name, calls]) => ({ name, id: `group-${name.toLowerCase().replace(/\W+/g, "-")}`, calls }));
}

/** A schema with its reference followed, one step. */
export function resolve(schema: JsonSchema, document: OpenApiDocument): JsonSchema {
  const name = schema.$ref?.split("/").at(-1);
  return (name ? document.components?.schemas?.[name] : undefined) ?? schema;
}

function callOf(method: string, path: string, operation: OpenApiOperation, document: OpenApiDocument): ReferenceCall {
  const responses = Object.entries(operation.responses);
  const [status, success] = responses.find(([code]) => code.startsWith("2")) ?? ["200", {}];
  const answer = success.content?.["application/json"]?.schema;
  const body = operation.requestBody?.content?.["application/json"]?.schema;
  return {
    id: operation.operationId,
    method: method.toUpperCase(),
    path,
    operation,
    isOpen: operation.security?.length === 0,
    body: body ? resolve(body, document) : null,
    answer: { status, description: success.description ?? "", schema: answer ? resolve(answer, document) : null },
    failures: responses
      .filter(([code]) => code >= "400")
      .map(([code, { description = "" }]) => ({ status: code, codes: description })),
  };
}
