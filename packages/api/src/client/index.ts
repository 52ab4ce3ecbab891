import type { ErrorCode, ErrorMeta, FieldErrors, Locale } from "@pronaflow/contract";
import type { TRPCClient } from "@trpc/client";
import { createTRPCClient, httpBatchLink, TRPCClientError } from "@trpc/client";
import type { WebRouter } from "../web/index.ts";

export interface ClientOptions {
  /** The app's address, without a path: `https://app.example.com`. */
  baseUrl: string;
  /** Asked before each request: the token that sign-in returned; null before it. */
  token?(): string | null;
  /** The language of messages; English otherwise. */
  locale?: Locale;
  fetch?: typeof fetch;
}

/**
 * The user app's procedures as functions, typed from the server's own router: `client.auth.login.mutate({ … })`.
 * Calls made in the same tick travel together, ten at most. A failure rejects; `apiError` reads it.
 */
export function createClient(options: ClientOptions): TRPCClient<WebRouter> {
  const { baseUrl, token, locale, fetch } = options;
  return createTRPCClient<WebRouter>({
    links: [
      httpBatchLink({
        url: new URL("/api/trpc", baseUrl),
        // What the server accepts: ten calls, and a request line well within its 16 KB of headers.
        maxItems: 10,
        maxURLLength: 8_000,
        headers: () => {
          const bearer = token?.();
          return { ...(bearer ? { authorization: `Bearer ${bearer}` } : {}), "accept-language": locale ?? "en" };
        },
        ...(fetch ? { fetch } : {}),
      }),
    ],
  });
}

/** What the server says of a failure. */
export interface ApiError {
  code: ErrorCode;
  /** For people, in the client's language. */
  message: string;
  meta: ErrorMeta;
  fields: FieldErrors;
  /** Quote it to support. */
  requestId: string | null;
}

/** The server's answer inside a rejection; null when none was received (no network, no server, another program's). */
export function apiError(thrown: unknown): ApiError | null {
  if (!(thrown instanceof TRPCClientError)) return null;
  const data: unknown = thrown.data;
  if (data === null || typeof data !== "object" || !("code" in data)) return null;
  // The one edge where JSON from the server's error formatter becomes its type.
  const { code, meta, fields, requestId } = data as Partial<ApiError> & { code: ErrorCode };
  return { code, message: thrown.message, meta: meta ?? {}, fields: fields ?? {}, requestId: requestId ?? null };
}
