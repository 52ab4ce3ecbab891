import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { repositoryRoot } from "../run/env.ts";
import { environmentExample, environmentExampleText } from "./environment-example.ts";
import { formatAndLint, types, unusedCode } from "./program-checks.ts";
import { judge } from "./verdict.ts";

let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "pronaflow-verify-"));
  for (const file of ["biome.json", ".gitignore"]) cpSync(join(repositoryRoot, file), join(root, file));
  write("package.json", `${JSON.stringify({ name: "small", type: "module", private: true }, null, 2)}\n`);
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

test.each([
  ["any", "export const name = (value: any) => value;\n", "noExplicitAny"],
  ["a non-null assertion", "export const first = (list: string[]) => list[0]!;\n", "noNonNullAssertion"],
  ["a forgotten promise", "export function go() {\n  Promise.resolve(1).then(String);\n}\n", "noFloatingPromises"],
  ["the console", 'console.log("here");\n', "noConsole"],
  ["the environment", "export const url = process.env.URL;\n", "noProcessEnv"],
  ["a default export", "export default 1;\n", "noDefaultExport"],
  ["an import without its extension", 'export { x } from "./other";\n', "useImportExtensions"],
  ["an enum", "export enum Role {\n  Owner,\n}\n", "noEnum"],
  [
    "a suppression without a reason",
    "// biome-ignore lint/style/noNonNullAssertion:\nexport const a = 1;\n",
    "suppressions",
  ],
  ["careless format", "export const a = 'one'\n", "format"],
])("lint refuses %s", async (_, text, rule) => {
  write("packages/small/src/other.ts", "export const x = 1;\n");
  write("packages/small/src/idea.ts", text);
  expect((await formatAndLint(root)).join("\n")).toContain(rule);
});

test("a tidy file passes lint", async () => {
  write("packages/small/src/idea.ts", "export const idea = 1;\n");
  expect(await formatAndLint(root)).toEqual([]);
});

test("a type error is named with its place", async () => {
  write(
    "tsconfig.json",
    JSON.stringify({ compilerOptions: { strict: true, noEmit: true, types: [] }, include: ["*.ts"] }),
  );
  write("idea.ts", "export const count: number = 'one';\n");
  expect((await types(root)).join("\n")).toMatch(/idea\.ts\(1,14\): error TS2322/);
});

test("a file and an export that nothing uses are named", async () => {
  write("knip.json", JSON.stringify({ entry: ["main.ts"], project: ["*.ts"] }));
  write("main.ts", 'import { used } from "./parts.ts";\n\nused();\n');
  write("parts.ts", "export const used = () => 1;\nexport const forgotten = 2;\n");
  write("alone.ts", "export const alone = 1;\n");
  const found = (await unusedCode(root)).join("\n");
  expect(found).toContain("alone.ts");
  expect(found).toContain("forgotten");
});

test("an example of settings that was not generated again is refused", () => {
  const text = environmentExampleText();
  expect(environmentExample([{ path: ".env.example", text }])).toEqual([]);
  expect(environmentExample([{ path: ".env.example", text: text.replace("SECRET_KEY", "SECRET") }])).toHaveLength(1);
  expect(environmentExample([])).toHaveLength(1);
});

test("a check that cannot run has failed", async () => {
  const verdict = await judge("broken", async () => Promise.reject(new Error("no such program")));
  expect(verdict.problems).toEqual(["no such program"]);
});
