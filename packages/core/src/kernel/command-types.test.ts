import { expect, test } from "vitest";
import * as z from "zod";
import { guestCommand, systemCommand, userCommand, workspaceCommand } from "./command.ts";
import type { RequestContext, SystemContext, UserContext, WorkspaceContext } from "./context.ts";
import type { SystemScope, WorkspaceScope } from "./scope.ts";

// The compiler is the test: root `tsc` turns red where one of these lines would compile. Each stands beside its twin
// that does compile, so that the named reason is the only one.
const verb = {
  action: "workspace.updated" as const,
  input: z.strictObject({ reason: z.string() }),
  run: async () => ({ output: 1, change: null }),
};

test("a workspace or system command without a permission does not compile", () => {
  workspaceCommand({ ...verb, permission: "workspace.update" });
  // @ts-expect-error the permission is missing
  workspaceCommand(verb);
  // @ts-expect-error no such permission
  workspaceCommand({ ...verb, permission: "workspace.everything" });
  systemCommand({ ...verb, permission: "workspaces.restore" });
  // @ts-expect-error the permission is missing
  systemCommand(verb);
  // @ts-expect-error a workspace's permission is none of the console's
  systemCommand({ ...verb, permission: "workspace.update" });
  expect(workspaceCommand({ ...verb, permission: "workspace.update" }).definition.permission).toBe("workspace.update");
});

test("an outcome without its change, or a change without its target, does not compile", () => {
  guestCommand({ ...verb, run: async () => ({ output: 1, change: { target: "one" } }) });
  // @ts-expect-error a change, or null, has to be said
  guestCommand({ ...verb, run: async () => ({ output: 1 }) });
  // @ts-expect-error the same for one's own account
  userCommand({ ...verb, run: async () => ({ output: 1, change: undefined }) });
  // @ts-expect-error a change names its target
  userCommand({ ...verb, run: async () => ({ output: 1, change: { reason: "none" } }) });
  // @ts-expect-error an act that the audit does not know
  expect(userCommand({ ...verb, action: "workspace.painted" }).definition.kind).toBe("user");
});

test("a system command whose input holds no reason does not compile", () => {
  const action = { ...verb, permission: "workspaces.restore" as const };
  systemCommand({ ...action, input: z.strictObject({ id: z.uuid(), reason: z.string() }) });
  // @ts-expect-error the reason is missing
  systemCommand({ ...action, input: z.strictObject({ id: z.uuid() }) });
  // @ts-expect-error the reason may be left out
  systemCommand({ ...action, input: z.strictObject({ reason: z.string().optional() }) });
  expect(systemCommand(action).definition.kind).toBe("system");
});

test("a scope made by hand does not compile", () => {
  const facts = { workspaceId: "w", slug: "w", role: "OWNER", memberId: "m" } as const;
  // @ts-expect-error only proveWorkspaceScope makes one
  const workspace: WorkspaceScope = facts;
  // @ts-expect-error only proveSystemScope and workerContext make one
  const system: SystemScope = { systemRole: "SUPERADMIN", accountId: null };
  expect([workspace, system]).toHaveLength(2);
});

test("the evidence of one kind is none for another", () => {
  const inWorkspace = workspaceCommand({ ...verb, permission: "workspace.update" });
  const inConsole = systemCommand({ ...verb, permission: "workspaces.restore" });
  const input = { reason: "because" };
  // Never called: it exists for the compiler alone.
  const proofs = (guest: RequestContext, user: UserContext, member: WorkspaceContext, admin: SystemContext) => [
    inWorkspace(member, input),
    inConsole(admin, input),
    // @ts-expect-error a workspace's context does not open the console
    inConsole(member, input),
    // @ts-expect-error nor does a workspace's scope
    inConsole({ ...user, scope: member.scope }, input),
    // @ts-expect-error the console's scope is no membership
    inWorkspace({ ...user, scope: admin.scope }, input),
    // @ts-expect-error who is signed in has not proven a membership
    inWorkspace(user, input),
    // @ts-expect-error a guest is no user
    userCommand(verb)(guest, input),
  ];
  expect(proofs).toBeTypeOf("function");
});
