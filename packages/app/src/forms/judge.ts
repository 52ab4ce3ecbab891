import type { Locale } from "@pronaflow/contract";
import { describeField, fieldErrorsOf } from "@pronaflow/contract";
import * as z from "zod";

// Needed with a verdict alone, and so not before.
export { toNestErrors } from "@hookform/resolvers";

// Zod compiles parsers with `new Function` where it may; the page's policy forbids it and the attempt would be reported.
z.config({ jitless: true });

type Verdict<Output> = { output: Output } | { errors: Record<string, { type: string; message: string }> };

/** Parses values by a schema; what is wrong comes as one code and its sentence by field. */
export function judge<Output>(schema: z.ZodType<Output>, values: unknown, locale: Locale): Verdict<Output> {
  const result = schema.safeParse(values);
  if (result.success) return { output: result.data };
  const errors = Object.entries(fieldErrorsOf(result.error)).map(([path, [code = "INVALID"]]) => [
    path,
    { type: code, message: describeField(code, locale) },
  ]);
  return { errors: Object.fromEntries(errors) };
}
