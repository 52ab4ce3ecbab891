import type { FieldErrors } from "@pronaflow/contract";
import { fieldErrorsOf } from "@pronaflow/contract";
import * as z from "zod";

// Zod compiles parsers with `new Function` where it may; the page's policy forbids it and the attempt would be reported.
z.config({ jitless: true });

/** Parses values by a schema; what is wrong comes as codes by field. */
export function judge<Output>(
  schema: z.ZodType<Output>,
  values: unknown,
): { output: Output } | { fields: FieldErrors } {
  const result = schema.safeParse(values);
  return result.success ? { output: result.data } : { fields: fieldErrorsOf(result.error) };
}
