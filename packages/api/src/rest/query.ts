import { ProductError } from "@pronaflow/contract";
import * as z from "zod";

type Reader = (values: string[]) => unknown;

/**
 * Reads a query string as the input schema wants it: numbers, booleans and lists are made from text where the field
 * is one, everything else stays text for the schema to judge. Unknown keys are passed on, so that a strict schema may
 * refuse them. Fails with `INVALID_INPUT` when a single value is given twice.
 */
export function createQueryReader(input: z.ZodObject | null): (query: URLSearchParams) => Record<string, unknown> {
  const readers = new Map<string, Reader>(
    Object.entries(input?.shape ?? {}).map(([key, schema]) => [key, readerFor(schema as z.core.$ZodType)]),
  );
  return (query) => {
    const fields = new Map<string, unknown>();
    for (const key of new Set(query.keys())) {
      const values = query.getAll(key);
      const read = readers.get(key) ?? single((text) => text);
      const value = read(values);
      if (value === TWICE) throw new ProductError("INVALID_INPUT", {}, { [key.slice(0, 200)]: ["INVALID"] });
      fields.set(key, value);
    }
    return Object.fromEntries(fields);
  };
}

const BOOLEANS = new Map([
  ["true", true],
  ["false", false],
]);
const TWICE = Symbol("a single value given twice");

function readerFor(schema: z.core.$ZodType): Reader {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodArray) {
    const read = readerFor(inner.element);
    return (values) => values.map((value) => read([value]));
  }
  if (inner instanceof z.ZodNumber) return single(toNumber);
  if (inner instanceof z.ZodBoolean) return single((text) => BOOLEANS.get(text) ?? text);
  return single((text) => text);
}

function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodPipe) return unwrap(schema.in);
  const wrapped =
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodCatch;
  return wrapped ? unwrap(schema.unwrap()) : schema;
}

function single(read: (text: string) => unknown): Reader {
  return ([first = "", ...more]) => (more.length > 0 ? TWICE : read(first));
}

/** Plain decimal only: `Number` would also take "", " 1", "0x10" and "1e3". */
function toNumber(text: string): unknown {
  return /^-?\d{1,15}(\.\d{1,15})?$/.test(text) ? Number(text) : text;
}
