import { existsSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "./env.ts";

export type Application = { name: string; folder: string; source: string; bundle: string };

/** The three programs of the product, as they lie in the tree. */
export const applications = {
  web: { name: "web", folder: "apps/web", source: "server.ts", bundle: "dist/server.js" },
  admin: { name: "console", folder: "apps/admin", source: "server.ts", bundle: "dist/server.js" },
  worker: { name: "worker", folder: "apps/worker", source: "src/main.ts", bundle: "dist/main.js" },
} as const satisfies Record<string, Application>;

// Not `--watch` alone: it also watches what Next writes while it compiles, and restarts in the middle of an answer.
const watched = ["api", "auth", "contract", "core", "db", "email"].map((name) => `packages/${name}/src`);

/** Node's arguments for a program: its bundle, or in development its source, restarted when the product's code changes. */
export function nodeArguments(application: Application, isDev: boolean): string[] {
  if (isDev) {
    const paths = [...watched, join(application.folder, application.source)].map(
      (path) => `--watch-path=${join(repositoryRoot, path)}`,
    );
    return ["--watch-preserve-output", ...paths, "--import", "tsx", application.source];
  }
  const bundle = join(repositoryRoot, application.folder, application.bundle);
  if (!existsSync(bundle)) throw new Error(`${bundle} is missing although the build succeeded.`);
  return ["--enable-source-maps", application.bundle];
}
