import type { Check, Problem, Tree } from "./check.ts";
import { isTestFile, lineCount, sourceFiles } from "./source-files.ts";

const MEDIAN_LINES = 70;
const NINE_OF_TEN_LINES = 180;
const MAX_LINES = 300;
const MAX_TEST_LINES = 400;

/** House style: small files. The two rules about the whole tree name the longest files, which is where to start. */
export const fileBudgets: Check = { name: "file budgets", run: checkBudgets };

function checkBudgets(tree: Tree): Problem[] {
  const files = sourceFiles(tree).map(({ path, text }) => ({ path, lines: lineCount(text), isTest: isTestFile(path) }));
  const tooLong = files
    .filter(({ lines, isTest }) => lines > (isTest ? MAX_TEST_LINES : MAX_LINES))
    .map(({ path, lines, isTest }) => ({
      path,
      message: `${lines} lines; a ${isTest ? "test" : "source"} file has at most ${isTest ? MAX_TEST_LINES : MAX_LINES}. Split it by idea.`,
    }));
  const source = files.filter(({ isTest }) => !isTest).sort((a, b) => a.lines - b.lines);
  return [...tooLong, ...spread(source, 0.5, MEDIAN_LINES), ...spread(source, 0.9, NINE_OF_TEN_LINES)];
}

function spread(sorted: { path: string; lines: number }[], share: number, limit: number): Problem[] {
  const at = sorted[Math.ceil(sorted.length * share) - 1];
  if (!at || at.lines <= limit) return [];
  const longest = sorted.slice(-5).map(({ path, lines }) => `${path} (${lines})`);
  return [
    {
      path: "the whole tree",
      message: `${share * 100} % of the files should have at most ${limit} lines, but it takes ${at.lines}. Longest: ${longest.join(", ")}.`,
    },
  ];
}
