import { expect, test } from "vitest";
import { consoleOutOfWeb } from "./console-out-of-web.ts";
import { dependencyDirection } from "./dependency-direction.ts";
import { fixtureTree } from "./fixture-tree.ts";
import { importsOf } from "./imports.ts";

test("every way to name a module is seen, over several lines too", () => {
  const text = [
    'import { a } from "one";',
    'import type { B } from "two";',
    'import {\n  c,\n  d,\n} from "three";',
    'import "four";',
    'export * from "five";',
    'const later = await import("six");',
  ].join("\n");
  expect(importsOf({ path: "x.ts", text }).map(({ specifier }) => specifier)).toEqual([
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
  ]);
});

test("a package that imports what the table does not allow is named with its line", () => {
  const tree = fixtureTree({
    "packages/contract/src/errors.ts": '\nimport { open } from "@pronaflow/db";\n',
    "packages/api/src/web/router.ts": 'import { findMember } from "@pronaflow/core/members";\n',
    "packages/api/src/server/pool.ts": 'import { openDatabase } from "@pronaflow/db";\n',
  });
  expect(dependencyDirection.run(tree)).toMatchObject([
    { path: "packages/api/src/server/pool.ts", line: 1 },
    { path: "packages/contract/src/errors.ts", line: 2 },
  ]);
});

test("the web app may import its own root of the API and not the console's", () => {
  const tree = fixtureTree({
    "apps/web/src/trpc/client.ts": 'import type { WebRouter } from "@pronaflow/api/web";\n',
    "apps/web/src/trpc/admin.ts": 'import type { AdminRouter } from "@pronaflow/api/admin";\n',
  });
  expect(dependencyDirection.run(tree)).toMatchObject([{ path: "apps/web/src/trpc/admin.ts" }]);
});

test("only tests import the test package", () => {
  const text = 'import { person } from "@pronaflow/testing";\n';
  const tree = fixtureTree({ "packages/core/src/a/add-a.ts": text, "packages/core/src/a/add-a.test.ts": text });
  expect(dependencyDirection.run(tree)).toMatchObject([{ path: "packages/core/src/a/add-a.ts" }]);
});

test("a relative import does not leave its package", () => {
  const tree = fixtureTree({ "packages/core/src/a/add-a.ts": 'import { x } from "../../../db/src/client.ts";\n' });
  expect(dependencyDirection.run(tree)).toMatchObject([{ message: expect.stringContaining("leaves packages/core") }]);
});

test("lucia is imported by the one file that hides it", () => {
  const text = 'import { Lucia } from "lucia";\n';
  const tree = fixtureTree({ "packages/auth/src/session.ts": text, "packages/auth/src/device.ts": text });
  expect(dependencyDirection.run(tree)).toMatchObject([{ path: "packages/auth/src/device.ts" }]);
});

test("a package.json does not declare what may not be imported", () => {
  const manifest = (name: string) => JSON.stringify({ dependencies: { [name]: "workspace:*", zod: "catalog:" } });
  const tree = fixtureTree({
    "packages/ui/package.json": manifest("@pronaflow/core"),
    "packages/email/package.json": manifest("@pronaflow/contract"),
  });
  expect(dependencyDirection.run(tree)).toMatchObject([{ path: "packages/ui/package.json" }]);
});

test("the console is found behind any number of imports of the web app", () => {
  const tree = fixtureTree({
    "packages/api/package.json": JSON.stringify({ name: "@pronaflow/api", exports: { "./web": "./src/web/index.ts" } }),
    "packages/api/src/web/index.ts": 'export { router } from "./router.ts";\n',
    "packages/api/src/web/router.ts": 'import { restore } from "../admin/restore.ts";\n',
    "packages/api/src/admin/restore.ts": "export const restore = 1;\n",
    "apps/web/src/app/page.tsx": 'import { x } from "#features/x.ts";\n',
    "apps/web/src/features/x.ts": 'import type { WebRouter } from "@pronaflow/api/web";\n',
  });
  expect(consoleOutOfWeb.run(tree)).toMatchObject([
    { path: "apps/web/src/app/page.tsx", message: expect.stringContaining("packages/api/src/admin/restore.ts") },
  ]);
});
