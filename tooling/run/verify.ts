import { verdictLines } from "../verify/verdict.ts";
import { verify } from "../verify/verify-all.ts";

// `pnpm verify`: everything that can be judged without running the product. No database, under a minute.
const startedAt = performance.now();
const verdicts = await verify((verdict) => console.log(verdictLines(verdict)));
const failed = verdicts.filter(({ problems }) => problems.length > 0).length;
const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
console.log(`\n${verdicts.length - failed} passed, ${failed} failed (${seconds} s)`);
process.exitCode = failed === 0 ? 0 : 1;
