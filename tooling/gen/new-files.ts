import type { Verb } from "./verb.ts";
import { camel } from "./verb.ts";

/** The verb itself: it compiles, records its act, and has one place to fill. */
export function commandFile({ kind, noun, name, input, action, permission }: Verb): string {
  const target = kind === "workspace" ? "ctx.scope.workspaceId" : "ctx.actor.account.id";
  const gate = kind === "workspace" ? `  permission: "${permission}",\n` : "";
  return `import { ${input} } from "@pronaflow/contract/inputs/${noun}";
import { ${kind}Command } from "../kernel/command.ts";

/** What it promises, in one sentence, with the codes it fails with. */
export const ${name} = ${kind}Command({
  action: "${action}",
${gate}  input: ${input},
  async run({ ctx }) {
    return { output: { status: "done" as const }, change: { target: ${target} } };
  },
});
`;
}

/** Its test: who may not, and the one audit row. What the verb does to the rows is for its author to assert. */
export function testFile(verb: Verb): string {
  return verb.kind === "workspace" ? workspaceTest(verb) : userTest(verb);
}

function workspaceTest({ file, name, action, permission }: Verb): string {
  return `import { can, ROLES } from "@pronaflow/contract";
import type { TestSystem } from "@pronaflow/testing";
import { asUser, auditOf, inWorkspace, makeAccount, makeWorkspace, openTestSystem } from "@pronaflow/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ${name} } from "./${file}.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(() => system.close());

test("${spoken(file)} is refused to every role without ${permission}", async () => {
  const workspace = await makeWorkspace(system, await makeAccount(system));
  for (const role of ROLES.filter((candidate) => !can(candidate, "${permission}"))) {
    const account = await makeAccount(system);
    const theirs = await makeWorkspace(system, await makeAccount(system), [{ account, role }]);
    const ctx = await inWorkspace(await asUser(system, account), theirs.id);
    await expect(${name}(ctx, { id: theirs.id })).rejects.toMatchObject({ code: "FORBIDDEN" });
  }
  expect(await auditOf(system, workspace.id)).toEqual([]);
});

test("${spoken(file)} leaves one audit row", async () => {
  const owner = await makeAccount(system);
  const workspace = await makeWorkspace(system, owner);
  const ctx = await inWorkspace(await asUser(system, owner), workspace.id);
  await ${name}(ctx, { id: workspace.id });
  expect(await auditOf(system, workspace.id)).toMatchObject([{ action: "${action}", actorId: owner.id }]);
});
`;
}

function userTest({ file, name, action }: Verb): string {
  return `import type { TestSystem } from "@pronaflow/testing";
import { asUser, auditOf, makeAccount, openTestSystem } from "@pronaflow/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ${name} } from "./${file}.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(() => system.close());

test("${spoken(file)} is refused before the address is verified", async () => {
  const account = await makeAccount(system, { status: "PENDING" });
  const ctx = await asUser(system, account);
  await expect(${name}(ctx, {})).rejects.toMatchObject({ code: "EMAIL_NOT_VERIFIED" });
});

test("${spoken(file)} leaves one audit row", async () => {
  const account = await makeAccount(system);
  await ${name}(await asUser(system, account), {});
  expect(await auditOf(system, account.id)).toMatchObject([{ action: "${action}", actorId: account.id }]);
});
`;
}

/** The router of a noun that has none yet. */
export function routerFile(noun: string): string {
  return `import * as inputs from "@pronaflow/contract/inputs/${noun}";
import { Done } from "@pronaflow/contract/outputs/identity";
import * as ${camel(noun)} from "@pronaflow/core/${noun}";
import { router } from "../trpc/init.ts";

export const ${camel(noun)}Router = router({
});
`;
}

/** \`remove-member\` → \`remove member\`, for the name of a test. */
function spoken(file: string): string {
  return file.replaceAll("-", " ");
}
