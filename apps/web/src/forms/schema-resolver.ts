import { toNestErrors } from "@hookform/resolvers";
import type { Locale } from "@pronaflow/contract";
import { describeField, fieldErrorsOf } from "@pronaflow/contract";
import type { FieldErrors, FieldValues, Resolver } from "react-hook-form";
import * as z from "zod";

// Zod compiles parsers with `new Function` where it may; the page's policy forbids it and the attempt would be reported.
z.config({ jitless: true });

/**
 * Judges a form by the command's own zod input. What is wrong is worded from the same table of codes as the server's
 * answers, so both read alike.
 */
export function schemaResolver<Input extends FieldValues, Output extends FieldValues>(
  schema: z.ZodType<Output, Input>,
  locale: Locale,
): Resolver<Input, unknown, Output> {
  return (values, _context, options) => {
    const result = schema.safeParse(values);
    if (result.success) return { values: result.data, errors: {} };
    const errors = Object.entries(fieldErrorsOf(result.error)).map(([path, [code = "INVALID"]]) => [
      path,
      { type: code, message: describeField(code, locale) },
    ]);
    return { values: {}, errors: toNestErrors(Object.fromEntries(errors) as FieldErrors<Input>, options) };
  };
}
