import { join } from "node:path";
import { buildApps } from "../run/build.ts";
import { readEnvironment, repositoryRoot } from "../run/env.ts";
import { leaksIn } from "./bundle-secrets.ts";
import type { Suite } from "./suite.ts";

/** The optimised builds of web, console and worker, and that nothing of the server's is in what browsers load. */
export const buildsSuite: Suite = {
  name: "builds",
  title: "Optimised builds",
  async run() {
    await buildApps(readEnvironment(), (line) => console.log(line));
    const leaks = leaksIn(join(repositoryRoot, "apps/web/.next/static"));
    for (const leak of leaks) console.error(`apps/web/.next/static/${leak}`);
    return { passed: leaks.length === 0 ? 2 : 1, failed: leaks.length === 0 ? 0 : 1, skipped: 0 };
  },
};
