import type { JsonSchema, OpenApiDocument } from "./open-api.ts";
import { resolve } from "./reference.ts";

/** A type in a few words: "string", "string (date-time)", "array of object", "en | vi". */
export function typeWords(given: JsonSchema, document: OpenApiDocument): string {
  const schema = resolve(given, document);
  if (schema.enum) return schema.enum.map(String).join(" | ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.anyOf) return schema.anyOf.map((one) => typeWords(one, document)).join(" | ");
  const type = Array.isArray(schema.type) ? schema.type.join(" | ") : schema.type;
  if (type === "array") return `array of ${schema.items ? typeWords(schema.items, document) : "anything"}`;
  if (!type) return "string";
  return schema.format ? `${type} (${schema.format})` : type;
}

/** The bounds of a value, for the notes: "2–60 characters". */
export function boundWords({ minLength, maxLength, minimum, maximum, description }: JsonSchema): string {
  const length = range(minLength, maxLength);
  const size = range(minimum, maximum);
  return [description, length && `${length} characters`, size].filter(Boolean).join(" · ");
}

function range(from: number | undefined, to: number | undefined): string {
  if (from === undefined && to === undefined) return "";
  if (to === undefined || to >= Number.MAX_SAFE_INTEGER) return `≥ ${from}`;
  return from === undefined ? `≤ ${to}` : `${from}–${to}`;
}
