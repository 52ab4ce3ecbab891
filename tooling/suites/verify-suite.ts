import { verdictLines } from "../verify/verdict.ts";
import { verify } from "../verify/verify-all.ts";
import type { Suite } from "./suite.ts";

/** Every check of `pnpm verify`, each counted as one. */
export const verifySuite: Suite = {
  name: "verify",
  title: "Format, lint, types, structure",
  async run() {
    const verdicts = await verify((verdict) => console.log(verdictLines(verdict)));
    const failed = verdicts.filter(({ problems }) => problems.length > 0).length;
    return { passed: verdicts.length - failed, failed, skipped: 0 };
  },
};
