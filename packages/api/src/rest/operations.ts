import type { AnyTRPCProcedure, AnyTRPCRouter } from "@trpc/server";
import * as z from "zod";
import type { ApiMeta, RestOperation } from "./meta.ts";

/** One procedure with its REST address and the schemas both its handler and its document are made from. */
export interface Operation extends RestOperation {
  /** The name in tRPC (`auth.login`), and the operationId. */
  name: string;
  procedure: AnyTRPCProcedure;
  /** The fields of the input, path parameters included; null when the procedure takes none. */
  input: z.ZodObject | null;
  output: z.ZodType | null;
}

/**
 * The procedures of a router that have a REST address. Throws at start, by name, on an address taken twice, on a
 * path parameter that is no input field and on an input that is not an object.
 */
export function operationsOf(router: AnyTRPCRouter): Operation[] {
  const operations: Operation[] = [];
  const taken = new Map<string, string>();
  const procedures: Record<string, AnyTRPCProcedure> = router._def.procedures;
  for (const [name, procedure] of Object.entries(procedures)) {
    const meta = procedure._def.meta as ApiMeta | undefined;
    if (!meta?.openapi) continue;
    const input = inputOf(name, procedure);
    const operation = { ...meta.openapi, name, procedure, input, output: outputOf(procedure) };
    for (const parameter of pathParameters(operation.path)) {
      if (!input || !Object.hasOwn(input.shape, parameter))
        throw new Error(`${name}: {${parameter}} is not in its input`);
    }
    const address = `${operation.method} ${operation.path.replace(/\{[^}]*\}/g, "{}")}`;
    const other = taken.get(address);
    if (other) throw new Error(`${name} and ${other} share the address ${address}`);
    taken.set(address, name);
    operations.push(operation);
  }
  return operations;
}

/** `/a/{b}/c/{d}` → `["b", "d"]` */
export function pathParameters(path: string): string[] {
  return [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = ""]) => name);
}

/** A procedure may declare its input in steps (the workspace, then the command's own); the fields are their union. */
function inputOf(name: string, procedure: AnyTRPCProcedure): z.ZodObject | null {
  const parsers: unknown[] = (procedure._def as { inputs?: unknown[] }).inputs ?? [];
  const objects = parsers.map((parser) => objectIn(parser)).filter((object) => object !== undefined);
  if (objects.includes(null)) throw new Error(`${name}: the input of a REST procedure is a zod object`);
  const [first, ...rest] = objects.filter((object) => object !== null);
  if (!first) return null;
  return rest.length === 0 ? first : z.object(Object.assign({}, first.shape, ...rest.map((object) => object.shape)));
}

/** The object behind refinements, transforms, defaults and optionals; undefined for "no input", null for others. */
function objectIn(parser: unknown): z.ZodObject | null | undefined {
  if (parser instanceof z.ZodObject) return parser;
  if (parser instanceof z.ZodVoid || parser instanceof z.ZodUndefined) return undefined;
  if (parser instanceof z.ZodOptional || parser instanceof z.ZodDefault || parser instanceof z.ZodPrefault) {
    return objectIn(parser.unwrap());
  }
  return parser instanceof z.ZodPipe ? objectIn(parser.in) : null;
}

function outputOf(procedure: AnyTRPCProcedure): z.ZodType | null {
  const { output } = procedure._def as { output?: unknown };
  return output instanceof z.ZodType ? output : null;
}
