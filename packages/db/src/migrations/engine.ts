import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SchemaEngine, SchemasContainer } from "@prisma/schema-engine-wasm";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import type { MigrationAdapter } from "./adapter.ts";

export type { SchemaEngine };

/** No table or enum is managed by others. */
export const NO_FILTER = { externalTables: [], externalEnums: [] };

/**
 * Prisma Migrate's own engine, as WASM from npm: nothing is downloaded, and `_prisma_migrations` is the same
 * table that the Prisma CLI keeps.
 */
export async function withEngine<Answer>(
  adapter: MigrationAdapter,
  schema: SchemasContainer,
  act: (engine: SchemaEngine) => Promise<Answer>,
): Promise<Answer> {
  wasm ??= instantiate();
  await wasm;
  const datamodels = schema.files.map(({ path, content }): [string, string] => [path, content]);
  const engine = await glue.SchemaEngine.new(
    { datamodels },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
  try {
    return await act(engine);
  } finally {
    engine.free();
    await adapter.close();
  }
}

let wasm: Promise<void> | undefined;

/** By hand: Node has no `import … from "x.wasm"` without a flag, and bundlers lose the file. */
async function instantiate(): Promise<void> {
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: giveUp } });
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = await readFile(entry.replace(/\.js$/, ".wasm"));
  const imports = Object.fromEntries(Object.entries(glue).map(([name, give]) => [name, patient(name, give)]));
  const { instance } = await WebAssembly.instantiate(bytes, {
    "./schema_engine_bg.js": imports as WebAssembly.ModuleImports,
  });
  glue.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === "function") start();
}

/** The engine never clears the 10 s timer of its own lock: it must not keep the process alive. */
function patient(name: string, give: unknown): unknown {
  if (!name.startsWith("__wbg_setTimeout")) return give;
  return (act: () => void, delayMs: number) => setTimeout(act, delayMs).unref();
}

/** Where the engine reports a panic. */
function giveUp(message: string): never {
  throw new Error(`Prisma's schema engine failed: ${message}`);
}
