import { builtinModules } from "node:module";
import { basename, relative, resolve } from "node:path";
import type { Plugin } from "esbuild";
import { build } from "esbuild";

/**
 * Bundles a program of ours for production: `node ../../tooling/build/bundle.ts server.ts`, from the app's folder, writes
 * `dist/server.js`, and beside it the processes that hash its passwords and read its pictures. Our packages are TypeScript sources and go in, so that Node needs no loader; packages from npm stay
 * where pnpm put them, each found from the package of ours that declares it.
 */
const [entry = "server.ts"] = process.argv.slice(2);
const HASHING = "../../packages/auth/src/hashing-process.ts";
const IMAGES = "../../packages/core/src/kernel/image-process.ts";
const folder = resolve("dist");
const RESOLVING = Symbol("already asked");

const npmStaysOutside: Plugin = {
  name: "npm-stays-outside",
  setup({ onResolve, resolve: find }) {
    onResolve({ filter: /^[^.#/]/ }, async ({ path, kind, resolveDir, pluginData }) => {
      if (kind === "entry-point" || pluginData === RESOLVING || path.startsWith("@pronaflow/")) return undefined;
      if (path.startsWith("node:") || builtinModules.includes(path)) return { path, external: true };
      const found = await find(path, { kind, resolveDir, pluginData: RESOLVING });
      if (found.errors.length > 0) return { errors: found.errors };
      return { path: relative(folder, found.path).replaceAll("\\", "/"), external: true };
    });
  },
};

await build({
  entryPoints: [entry, HASHING, IMAGES].map((source) => ({ in: source, out: basename(source).replace(/\.tsx?$/, "") })),
  outdir: folder,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node22",
  // The file Node itself would load: no "module" condition, which is meant for bundlers.
  conditions: [],
  mainFields: ["main"],
  jsx: "automatic",
  sourcemap: true,
  sourcesContent: false,
  logLevel: "warning",
  plugins: [npmStaysOutside],
});
