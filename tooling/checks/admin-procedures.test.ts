import { adminRouter } from "@pronaflow/api/admin";
import { expect, test } from "vitest";
import { repositoryRoot } from "../run/env.ts";
import { adminProcedures, proceduresIn } from "./admin-procedures.ts";
import { fixtureTree } from "./fixture-tree.ts";
import { readTree } from "./read-tree.ts";

const index = "export const adminRouter = router({ members: membersRouter });\n";
const members = [
  "export const membersRouter = router({",
  "  list: systemProcedure.query(() => null),",
  "  remove: systemProcedure",
  "    .input(inputs.Remove)",
  "    .mutation(() => null),",
  "});",
];

test("a procedure the console gained or lost without the list is named", () => {
  const tree = fixtureTree({
    "packages/api/src/admin/index.ts": index,
    "packages/api/src/admin/members-router.ts": members.join("\n"),
    "tooling/checks/admin-procedures.json": JSON.stringify(["members.list", "members.gone"]),
  });
  expect(adminProcedures.run(tree)).toMatchObject([
    { message: expect.stringContaining("members.remove is new") },
    { message: expect.stringContaining("members.gone is gone") },
  ]);
});

test("the check reads from the files what the console really serves", () => {
  const served = Object.keys(adminRouter._def.procedures).sort();
  expect(proceduresIn(readTree(repositoryRoot)).sort()).toEqual(served);
});
