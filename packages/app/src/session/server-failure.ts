import type { ErrorCode } from "@pronaflow/contract";
import { isProductError } from "@pronaflow/contract";

/** The product's code of what an in-process call threw; null for a fault. */
export function codeOf(error: unknown): ErrorCode | null {
  if (isProductError(error)) return error.code;
  if (!(error instanceof Error)) return null;
  if (isProductError(error.cause)) return error.cause.code;
  // An input that its schema refused: tRPC judges that before any code of ours.
  return "code" in error && error.code === "BAD_REQUEST" ? "INVALID_INPUT" : null;
}
