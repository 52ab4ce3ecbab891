import type { JsonSchema, OpenApiDocument } from "./open-api.ts";
import type { ReferenceCall } from "./reference.ts";
import { resolve } from "./reference.ts";

// Values a reader recognises; anything else is shown by its type.
const EXAMPLES: Record<string, string> = {
  email: "ana@example.com",
  username: "ana",
  identifier: "ana@example.com",
  displayName: "Ana Lima",
  password: "correct-Horse-7-battery",
  currentPassword: "correct-Horse-7-battery",
  newPassword: "Purple-lamp-29-river",
  name: "Acme design",
  confirmName: "Acme design",
  slug: "acme-design",
  description: "Where design happens",
  locale: "en",
  timeZone: "Asia/Ho_Chi_Minh",
  token: "the-token-of-the-link",
};

/** The call as one would type it in a shell. */
export function curlExample(call: ReferenceCall, baseUrl: string, document: OpenApiDocument): string {
  const lines = [`curl -X ${call.method} ${baseUrl}${call.path}`];
  if (!call.isOpen) lines.push(`  -H "Authorization: Bearer $TOKEN"`);
  if (call.body) {
    lines.push(`  -H "Content-Type: application/json"`);
    lines.push(`  -d '${JSON.stringify(exampleOf(call.body, document))}'`);
  }
  return lines.join(" \\\n");
}

function exampleOf(body: JsonSchema, document: OpenApiDocument): Record<string, unknown> {
  const required = new Set(body.required);
  const properties = Object.entries(body.properties ?? {});
  const shown = properties.filter(([name]) => required.size === 0 || required.has(name));
  return Object.fromEntries(shown.map(([name, schema]) => [name, exampleValue(name, resolve(schema, document))]));
}

function exampleValue(name: string, schema: JsonSchema): unknown {
  if (EXAMPLES[name] !== undefined) return EXAMPLES[name];
  if (schema.enum) return schema.enum[0];
  if (schema.type === "boolean") return true;
  return schema.type === "integer" || schema.type === "number" ? (schema.minimum ?? 1) : `<${name}>`;
}
