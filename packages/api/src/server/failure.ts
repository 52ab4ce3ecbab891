import type { ErrorCode, Locale } from "@pronaflow/contract";
import { describeError, ERRORS, fieldErrorsOf, isProductError, ProductError } from "@pronaflow/contract";
import { TRPCError } from "@trpc/server";
import * as z from "zod";

/** The body of every failure under `/api` (DEV-2). */
export interface FailureBody {
  code: ErrorCode;
  message: string;
  fields?: Record<string, readonly string[]>;
  requestId: string;
}

/** The coded error inside whatever was thrown; null for a fault, which shows nothing but its request id. */
export function codedError(thrown: unknown): ProductError | null {
  if (isProductError(thrown)) return thrown;
  if (!(thrown instanceof TRPCError)) return null;
  if (isProductError(thrown.cause)) return thrown.cause;
  if (thrown.code === "BAD_REQUEST" && thrown.cause instanceof z.core.$ZodError) {
    return new ProductError("INVALID_INPUT", {}, fieldErrorsOf(thrown.cause));
  }
  const code = TRPC_CODES[thrown.code];
  return code ? new ProductError(code) : null;
}

export function failureBody(error: ProductError | null, requestId: string, locale: Locale): FailureBody {
  const { code, meta, fields } = error ?? new ProductError("INTERNAL");
  return { code, message: describeError(code, meta, locale), ...(fields ? { fields } : {}), requestId };
}

export function statusOf(error: ProductError | null): number {
  return ERRORS[error?.code ?? "INTERNAL"].status;
}

/** Seconds for `Retry-After`: what the error says, else one second for anything that is only busy. */
export function retryAfter(error: ProductError | null): string | null {
  if (!error) return null;
  const seconds = error.meta.retryAfterSeconds;
  if (typeof seconds === "number") return String(Math.max(1, Math.ceil(seconds)));
  return ERRORS[error.code].status === 503 ? "1" : null;
}

/** tRPC's own refusals, which have no product error inside. */
const TRPC_CODES: Partial<Record<TRPCError["code"], ErrorCode>> = {
  PARSE_ERROR: "MALFORMED_REQUEST",
  BAD_REQUEST: "MALFORMED_REQUEST",
  UNAUTHORIZED: "UNAUTHENTICATED",
  FORBIDDEN: "FORBIDDEN",
  NOT_FOUND: "NOT_FOUND",
  METHOD_NOT_SUPPORTED: "METHOD_NOT_ALLOWED",
  PAYLOAD_TOO_LARGE: "PAYLOAD_TOO_LARGE",
  UNSUPPORTED_MEDIA_TYPE: "UNSUPPORTED_MEDIA_TYPE",
  TOO_MANY_REQUESTS: "RATE_LIMITED",
  SERVICE_UNAVAILABLE: "UNAVAILABLE",
  TIMEOUT: "TIMEOUT",
};
