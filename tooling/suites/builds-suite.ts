import { buildApps } from "../run/build.ts";
import { readEnvironment } from "../run/env.ts";
import type { Suite } from "./suite.ts";

/** The optimised builds of web, console and worker. */
export const buildsSuite: Suite = {
  name: "builds",
  title: "Optimised builds",
  async run() {
    await buildApps(readEnvironment(), (line) => console.log(line));
    return { passed: 1, failed: 0, skipped: 0 };
  },
};
