import { WorkspaceInput } from "@pronaflow/contract/inputs/workspaces";
import type { TestAccount, TestSystem } from "@pronaflow/testing";
import { asUser, auditOf, inWorkspace, mailsTo, makeAccount, makeWorkspace, openTestSystem } from "@pronaflow/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { userCommand, workspaceCommand } from "./command.ts";

let system: TestSystem;
let owner: TestAccount;

beforeAll(async () => {
  system = await openTestSystem();
  owner = await makeAccount(system);
});

afterAll(() => system.close());

test("a run that fails leaves nothing: no row, no audit, no mail", async () => {
  const { id, name } = await makeWorkspace(system, owner);
  const failing = workspaceCommand({
    action: "workspace.updated",
    permission: "workspace.update",
    input: WorkspaceInput,
    async run({ tx, ctx }) {
      await tx.$executeRaw`UPDATE workspace SET name = 'Half' WHERE id = ${ctx.scope.workspaceId}::uuid`;
      // The audit refuses an action's row of another workspace, after the mail is written.
      return { output: null, change: { target: id, workspaceId: owner.id }, mails: [mail] };
    },
  });
  await expect(failing(await inWorkspace(await asUser(system, owner), id), { id })).rejects.toThrow();
  const { rows } = await system.owner.query("SELECT name FROM workspace WHERE id = $1", [id]);
  expect(rows).toEqual([{ name }]);
  expect(await auditOf(system, id)).toEqual([]);
  expect(await mailsTo(system, mail.to)).toEqual([]);
});

test("a change leaves one audit row with who, where from and what; no change leaves none", async () => {
  const { id } = await makeWorkspace(system, owner);
  const ctx = await inWorkspace(await asUser(system, owner), id);
  const touch = (isChanged: boolean) =>
    workspaceCommand({
      action: "workspace.updated",
      permission: "workspace.update",
      input: WorkspaceInput,
      run: async () => ({ output: null, change: isChanged ? { target: id, before: { a: 1 }, after: { a: 2 } } : null }),
    });
  await touch(false)(ctx, { id });
  expect(await auditOf(system, id)).toEqual([]);
  await touch(true)(ctx, { id });
  const [row, ...others] = await auditOf(system, id);
  expect(others).toEqual([]);
  expect(row).toMatchObject({ actorKind: "ACCOUNT", actorId: owner.id, workspaceId: id });
  expect(row?.detail).toMatchObject({ ip: ctx.ip, browser: "Chrome 140", before: { a: 1 }, after: { a: 2 } });
});

test("a step-up is asked for after ten minutes, to the millisecond", async () => {
  const ctx = await asUser(system, owner);
  const guarded = userCommand({
    action: "account.profile_updated",
    stepUp: true,
    input: z.strictObject({}),
    run: async () => ({ output: "done", change: null }),
  });
  system.clock.advance({ minutes: 10 });
  expect(await guarded(ctx, {})).toBe("done");
  system.clock.advance({ milliseconds: 1 });
  await expect(guarded(ctx, {})).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
});

const mail = {
  template: "workspace-restored" as const,
  to: "nobody@example.com",
  accountId: null,
  locale: "en" as const,
  props: { displayName: "Nobody", workspaceName: "None", link: "http://localhost:3000/w/none" },
};
