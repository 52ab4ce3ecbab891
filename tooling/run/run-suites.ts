import { styleText } from "node:util";
import { buildsSuite } from "../suites/builds-suite.ts";
import { productSuite } from "../suites/product-suite.ts";
import type { Counts, Suite } from "../suites/suite.ts";
import { nothing, sum } from "../suites/suite.ts";
import { unitSuite } from "../suites/unit-suite.ts";
import { verifySuite } from "../suites/verify-suite.ts";
import { readFlags } from "./flags.ts";

// `pnpm test`: every check and suite. A failing suite does not keep the next from running, so that the count is whole.
const suites: Suite[] = [verifySuite, unitSuite, buildsSuite, productSuite];

const only = readFlags(process.argv.slice(2), ["only"]).get("only");
const chosen = typeof only === "string" ? suites.filter(({ name }) => only.split(",").includes(name)) : suites;

const counts: Counts[] = [];
const summary: string[] = [];
for (const suite of chosen) {
  console.log(styleText("bold", `\n■ ${suite.title}\n`));
  const startedAt = performance.now();
  const count = await run(suite);
  counts.push(count);
  summary.push(`${suite.title}: ${words(count)} (${Math.round((performance.now() - startedAt) / 1000)} s)`);
}

const total = sum(counts);
console.log(`\n${summary.join("\n")}\n`);
if (total.skipped > 0) console.log(`${total.skipped} skipped`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
console.log(`${total.passed} passed, ${total.failed} failed`);

async function run(suite: Suite): Promise<Counts> {
  try {
    return await suite.run();
  } catch (error) {
    console.error(styleText("red", error instanceof Error ? error.message : String(error)));
    return { ...nothing, failed: 1 };
  }
}

function words({ passed, failed }: Counts): string {
  return `${passed} passed, ${failed} failed`;
}
