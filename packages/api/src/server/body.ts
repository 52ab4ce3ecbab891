import { isUtf8 } from "node:buffer";
import type { IncomingMessage } from "node:http";
import { fail, ProductError } from "@pronaflow/contract";
import { nestsDeeper } from "./json-depth.ts";
import type { Limits } from "./limits.ts";

const BODYLESS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * The body of a request as bytes of JSON, read and counted while it streams in; null without one. Fails with
 * `UNSUPPORTED_MEDIA_TYPE` (not JSON, or compressed), `PAYLOAD_TOO_LARGE`, `MALFORMED_REQUEST` (not UTF-8, too deep).
 * Other media types are refused also because a browser sends some of them across sites without asking.
 */
export async function readJsonBody(
  request: Request,
  incoming: IncomingMessage | undefined,
  limits: Limits,
): Promise<Buffer | null> {
  const { method, headers } = request;
  if (BODYLESS.has(method)) return null;
  const length = headers.get("content-length");
  if (incoming ? isEmpty(length, headers) : request.body === null) return null;
  if (!isJson(headers.get("content-type")) || headers.has("content-encoding")) fail("UNSUPPORTED_MEDIA_TYPE");
  if (length !== null && Number(length) > limits.bodyBytes) fail("PAYLOAD_TOO_LARGE");
  // Leaving the loop early must not destroy the socket: the refusal has yet to be sent over it.
  const source = incoming?.iterator({ destroyOnReturn: false }) ?? request.body ?? [];
  const body = await collect(source, limits.bodyBytes);
  if (!isUtf8(body) || nestsDeeper(body, limits.jsonDepth)) fail("MALFORMED_REQUEST");
  return body;
}

/** The parsed body. Fails with `MALFORMED_REQUEST`. */
export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return fail("MALFORMED_REQUEST");
  }
}

function isEmpty(length: string | null, headers: Headers): boolean {
  return (length === null || length === "0") && !headers.has("transfer-encoding");
}

function isJson(contentType: string | null): boolean {
  const [type = "", ...parameters] = (contentType ?? "").toLowerCase().split(";");
  if (type.trim() !== "application/json") return false;
  return parameters.every((parameter) => /^\s*(charset="?utf-?8"?)?\s*$/.test(parameter));
}

async function collect(source: AsyncIterable<Uint8Array> | Uint8Array[], limit: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of source) {
      size += chunk.length;
      if (size > limit) throw new ProductError("PAYLOAD_TOO_LARGE");
      chunks.push(chunk);
    }
  } catch (cause) {
    // Anything but our own refusal is the sender going away or breaking its own framing.
    throw cause instanceof ProductError ? cause : new ProductError("MALFORMED_REQUEST");
  }
  return Buffer.concat(chunks);
}
