import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { repositoryRoot } from "../run/env.ts";
import { planVerb } from "./plan-verb.ts";
import { nameVerb } from "./verb.ts";

const repository = (path: string) => {
  const full = join(repositoryRoot, path);
  return existsSync(full) ? readFileSync(full, "utf8") : null;
};

test("a verb's names follow from its noun and its own", () => {
  expect(nameVerb("members", "remove-member", "workspace", "members.remove")).toMatchObject({
    name: "removeMember",
    input: "RemoveMemberInput",
    entry: "remove",
    action: "member.removed",
  });
  expect(nameVerb("invitations", "send-reminder", "workspace", "x")).toMatchObject({
    entry: "sendReminder",
    action: "reminder.sent",
  });
  expect(nameVerb("factors", "verify-factor", "user", "x").action).toBe("factor.verified");
});

test("words that make no verb are refused", () => {
  expect(() => nameVerb("Members", "remove-member", "user", "x")).toThrow("is no noun");
  expect(() => nameVerb("members", "remove", "user", "x")).toThrow("is no verb-noun");
});

test("a verb of a new noun brings its face, its input, its action and a router that the root knows", () => {
  const edits = planVerb(nameVerb("seats", "assign-seat", "workspace", "members.update"), repository);
  expect(edits.get("packages/core/src/seats/index.ts")).toContain('export { assignSeat } from "./assign-seat.ts";');
  expect(edits.get("packages/core/package.json")).toContain('"./seats": "./src/seats/index.ts"');
  expect(edits.get("packages/contract/src/inputs/seats.ts")).toContain(
    "AssignSeatInput = z.strictObject({ id: WorkspaceId })",
  );
  expect(edits.get("packages/contract/src/audit-actions.ts")).toContain('"seat.assigned"');
  expect(edits.get("packages/api/src/web/index.ts")).toContain("router({ seats: seatsRouter,");
  expect(edits.get("packages/api/src/web/seats-router.ts")).toContain(
    "assign: workspaceProcedure.input(inputs.AssignSeatInput)",
  );
});

test("a verb of a known noun is added to its router and leaves the root alone", () => {
  const edits = planVerb(nameVerb("workspaces", "archive-workspace", "workspace", "workspace.update"), repository);
  expect(edits.get("packages/api/src/web/workspaces-router.ts")).toContain("workspaces.archiveWorkspace(ctx, input)");
  expect(edits.has("packages/api/src/web/index.ts")).toBe(false);
});

test("a verb that exists is not written over", () => {
  const exists = nameVerb("workspaces", "delete-workspace", "workspace", "workspace.delete");
  expect(() => planVerb(exists, repository)).toThrow("packages/core/src/workspaces/delete-workspace.ts exists.");
});
