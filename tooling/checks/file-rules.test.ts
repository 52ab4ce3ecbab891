import { expect, test } from "vitest";
import { citedPaths } from "./cited-paths.ts";
import { coreNouns } from "./core-nouns.ts";
import { environmentReads } from "./environment-reads.ts";
import { fileBudgets } from "./file-budgets.ts";
import { fileNames } from "./file-names.ts";
import { fixtureTree } from "./fixture-tree.ts";
import { oneComponent } from "./one-component.ts";
import { rootScripts } from "./root-scripts.ts";

const lines = (count: number) => "const line = 1;\n".repeat(count);

test("a source file over 300 lines is named, a test may have 400", () => {
  const problems = fileBudgets.run(
    fixtureTree({ "a/long.ts": lines(301), "a/b.ts": lines(1), "a/c.ts": lines(1), "a/long.test.ts": lines(400) }),
  );
  expect(problems.map(({ path }) => path)).toContain("a/long.ts");
  expect(problems.map(({ path }) => path)).not.toContain("a/long.test.ts");
});

test("a test over 400 lines is named", () => {
  const problems = fileBudgets.run(fixtureTree({ "a/long.test.ts": lines(401) }));
  expect(problems).toMatchObject([{ path: "a/long.test.ts" }]);
});

test("a tree whose median file has more than 70 lines is refused", () => {
  const problems = fileBudgets.run(fixtureTree({ "a.ts": lines(71), "b.ts": lines(72), "c.ts": lines(2) }));
  expect(problems).toMatchObject([{ path: "the whole tree", message: expect.stringContaining("50 %") }]);
});

test("a tree in which more than a tenth of the files has over 180 lines is refused", () => {
  const small = Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`small-${index}.ts`, lines(10)]));
  const problems = fileBudgets.run(fixtureTree({ ...small, "d.ts": lines(181), "e.ts": lines(200) }));
  expect(problems).toMatchObject([{ message: expect.stringContaining("90 %") }]);
});

test("generated and installed files have no budget", () => {
  const tree = fixtureTree({ "src/generated/client.ts": lines(900), "node_modules/x/index.ts": lines(900) });
  expect(fileBudgets.run(tree)).toEqual([]);
});

test("a file or folder with a name that says nothing is refused", () => {
  const tree = fixtureTree({
    "a/utils.ts": "",
    "a/helpers/text.ts": "",
    "a/types.test.ts": "",
    "a/change-role.ts": "",
  });
  expect(fileNames.run(tree).map(({ path }) => path)).toEqual(["a/helpers/text.ts", "a/types.test.ts", "a/utils.ts"]);
});

test("a noun of core holds verbs that export what they are named for, and the four fixed files", () => {
  const members = "packages/core/src/members";
  const tree = fixtureTree({
    [`${members}/remove-member.ts`]: "export const removeMember = 1;",
    [`${members}/add-member.ts`]: "export const addSomebody = 1;",
    [`${members}/members.ts`]: "export const members = 1;",
    [`${members}/parts/rules.ts`]: "",
    [`${members}/queries.ts`]: "",
    [`${members}/remove-member.test.ts`]: "",
    "packages/core/src/kernel/command.ts": "",
  });
  expect(coreNouns.run(tree).map(({ path }) => path)).toEqual([
    `${members}/add-member.ts`,
    `${members}/members.ts`,
    `${members}/parts/rules.ts`,
  ]);
});

test("a second exported component in a file is refused; what is not a component is not counted", () => {
  const tree = fixtureTree({
    "a/two.tsx": "export function Card() {}\nexport const CardTitle = () => null;\n",
    "a/one.tsx": "export const metadata = {};\nexport default function Page() {}\nfunction Row() {}\n",
  });
  expect(oneComponent.run(tree)).toMatchObject([{ path: "a/two.tsx", message: expect.stringContaining("CardTitle") }]);
});

test("the environment is read in env.ts and build configuration only", () => {
  const read = "export const url = process.env.URL;\n";
  const tree = fixtureTree({
    "a/env.ts": read,
    "a/next.config.ts": read,
    "a/mail.ts": `\n${read}`,
    "a/port.ts": 'import { env } from "node:process";\n',
    "a/spoken-of.ts": "/** Nothing else reads process.env. */\n// not process.env\n",
  });
  expect(environmentReads.run(tree)).toMatchObject([
    { path: "a/mail.ts", line: 2 },
    { path: "a/port.ts", line: 1 },
  ]);
});

test("a command that runs a file which does not exist is named", () => {
  const manifest = JSON.stringify({ scripts: { start: "node run/start.ts", gone: "node run/gone.ts", lint: "biome" } });
  const problems = rootScripts.run(fixtureTree({ "package.json": manifest, "run/start.ts": "" }));
  expect(problems).toMatchObject([{ message: expect.stringContaining("run/gone.ts") }]);
});

test("a path that a document cites and that is gone is named, with its line", () => {
  const text = "# Proof\n\n`packages/a/src/kept.test.ts`, `packages/a/src/gone.test.ts`, `GET /auth/me`\n";
  const tree = fixtureTree({ "docs/proof.md": text, "packages/a/src/kept.test.ts": "" });
  expect(citedPaths.run(tree)).toMatchObject([
    { path: "docs/proof.md", line: 3, message: expect.stringContaining("gone.test.ts") },
  ]);
});
