import type { Locale } from "@pronaflow/contract";
import type { FieldErrors, FieldValues, Resolver } from "react-hook-form";
import type * as z from "zod";

/**
 * Judges a form by the command's own zod input. What is wrong is worded from the same table of codes as the server's
 * answers, so both read alike. Schema and zod (30 KB) come when the form is first judged, not with the page; where they
 * cannot be fetched the server judges alone.
 */
export function schemaResolver<Input extends FieldValues, Output extends FieldValues>(
  load: () => Promise<z.ZodType<Output, Input>>,
  locale: Locale,
): Resolver<Input, unknown, Output> {
  return async (values, _context, options) => {
    const loaded = await Promise.all([load(), import("./judge.ts")]).catch(() => null);
    if (!loaded) return { values: values as unknown as Output, errors: {} };
    const [schema, { judge, toNestErrors }] = loaded;
    const verdict = judge(schema, values, locale);
    if ("output" in verdict) return { values: verdict.output, errors: {} };
    return { values: {}, errors: toNestErrors(verdict.errors as FieldErrors<Input>, options) };
  };
}
