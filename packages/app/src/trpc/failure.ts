import type { ErrorCode, ErrorMeta, FieldErrors } from "@pronaflow/contract";

/** What went wrong with a call, as the API's error formatter wrote it. */
export interface Failure {
  /** Null when no answer came at all: no network, or the server is gone. */
  code: ErrorCode | null;
  meta: ErrorMeta;
  fields: FieldErrors;
  requestId: string | null;
}

/** Reads the `data` that tRPC's client puts on its errors. */
export function readFailure(error: unknown): Failure {
  const data = error instanceof Error && "data" in error ? error.data : null;
  if (!isRecord(data) || typeof data.code !== "string") return { code: null, meta: {}, fields: {}, requestId: null };
  return {
    // The formatter writes no other; a newer server may know more of them than this page, whose words see to that.
    code: data.code as ErrorCode,
    meta: isRecord(data.meta) ? (data.meta as ErrorMeta) : {},
    fields: isRecord(data.fields) ? (data.fields as FieldErrors) : {},
    requestId: typeof data.requestId === "string" ? data.requestId : null,
  };
}

/** Whether the same call may well succeed in a moment. */
export function isWorthRepeating({ code }: Failure): boolean {
  return code === null || code === "BUSY" || code === "UNAVAILABLE" || code === "TIMEOUT";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
