import type { ProductError } from "@pronaflow/contract";
import { pickLocale } from "@pronaflow/contract";
import type { ApiContext } from "./api-env.ts";
import { failureBody, retryAfter, statusOf } from "./failure.ts";

/** JSON with its charset. Undefined is an answer without a body. */
export function jsonAnswer(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  if (body === undefined) return new Response(null, { status, headers });
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/json; charset=utf-8", ...headers },
  });
}

/** The answer to a coded error, or to a fault when null. `extra` stands beside the fields every failure has. */
export function failureAnswer(c: ApiContext, error: ProductError | null, extra: object = {}): Response {
  const locale = pickLocale(c.req.header("accept-language"));
  const body = { ...failureBody(error, c.env.arrival.requestId, locale), ...extra };
  const wait = retryAfter(error);
  const allow = error?.code === "METHOD_NOT_ALLOWED" ? error.meta.allow : undefined;
  return jsonAnswer(statusOf(error), body, {
    ...(wait ? { "Retry-After": wait } : {}),
    ...(typeof allow === "string" ? { Allow: allow } : {}),
  });
}
