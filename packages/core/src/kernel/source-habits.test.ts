import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../../../..");
const sources = globSync("{packages,apps}/*/{src,scripts}/**/*.{ts,tsx}", { cwd: root })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => !/\.test\.tsx?$|^packages\/testing\/|\/generated\//.test(path))
  .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));

const having = (pattern: RegExp) =>
  sources
    .filter(({ text }) => pattern.test(text))
    .map(({ path }) => path)
    .sort();

test("the product's sources are the ones that are read", () => {
  expect(sources.length).toBeGreaterThan(500);
});

// ASVS 1.2.4. Values go beside a statement, never into it; two of these put constants of their own file together, the third
// is where statements are sent.
test("no statement is put together from text, but from constants", () => {
  expect(having(/\$(?:query|execute)RawUnsafe|\bPrisma\.raw\(/)).toEqual([
    "packages/core/src/account/make-export.ts",
    "packages/core/src/providers/reclaim-account.ts",
    "packages/db/src/transaction.ts",
  ]);
  const read = (path: string) => sources.find((source) => source.path === path)?.text ?? "";
  expect(read("packages/core/src/account/make-export.ts")).toContain("Object.entries(exportSections)");
  expect(read("packages/core/src/providers/reclaim-account.ts")).toMatch(/for \(const table of LEFT_BEHIND\)/);
});

// ASVS 1.2.5, 1.3.2, 3.2.2.
test("nothing is run that was text, no shell is asked, and no markup is put into a page unescaped", () => {
  expect(having(/(?<![.\w])eval\(|\bnew Function\((?!`)|\bsetTimeout\(\s*["'`]/)).toEqual([]);
  expect(having(/\bexecSync\(|\bshell:\s*true|\bexec\([`"']/)).toEqual([]);
  expect(having(/dangerouslySetInnerHTML|\.(?:inner|outer)HTML\s*=|insertAdjacentHTML|document\.write/)).toEqual([]);
});

// ASVS 3.5.5: a page that listens to no other needs not judge who speaks.
test("no page listens to messages of another", () => {
  expect(having(/addEventListener\(\s*["']message["']/)).toEqual([]);
});
