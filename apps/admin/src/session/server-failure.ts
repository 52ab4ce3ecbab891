import type { ErrorCode } from "@pronaflow/contract";
import { isProductError } from "@pronaflow/contract";

/** The product's code of what an in-process call threw; null for a fault. */
export function codeOf(error: unknown): ErrorCode | null {
  if (isProductError(error)) return error.code;
  const cause = error instanceof Error ? error.cause : null;
  return isProductError(cause) ? cause.code : null;
}
