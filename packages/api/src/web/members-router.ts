import * as inputs from "@pronaflow/contract/inputs/members";
import * as outputs from "@pronaflow/contract/outputs/members";
import * as members from "@pronaflow/core/members";
import { memberProcedure, router, workspaceProcedure } from "../trpc/init.ts";

const tags = ["Members"];

export const membersRouter = router({
  list: workspaceProcedure
    .meta({ openapi: { method: "GET", path: "/workspaces/{id}/members", summary: "List the members", tags } })
    .input(inputs.ListMembersInput)
    .output(outputs.MemberPage)
    .query(({ ctx, input }) => members.listMembers(ctx, input)),
  update: workspaceProcedure
    .meta({
      openapi: {
        method: "PATCH",
        path: "/workspaces/{id}/members/{memberId}",
        summary: "Change a member's role, switch their access on or off, or set a Guest's end",
        tags,
      },
    })
    .input(inputs.UpdateMemberInput)
    .output(outputs.ChangedMember)
    .mutation(({ ctx, input }) => members.updateMember(ctx, input)),
  remove: workspaceProcedure
    .meta({
      openapi: { method: "DELETE", path: "/workspaces/{id}/members/{memberId}", summary: "Remove a member", tags },
    })
    .input(inputs.MemberInput)
    .output(outputs.RemovedMember)
    .mutation(({ ctx, input }) => members.removeMember(ctx, input)),
  bulk: workspaceProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/workspaces/{id}/members/bulk",
        summary: "Change or remove up to 200 members, each by itself",
        tags,
      },
    })
    .input(inputs.BulkMembersInput)
    .output(outputs.BulkResults)
    .mutation(({ ctx, input }) => members.changeMembers(ctx, input)),
  leave: memberProcedure
    .meta({ openapi: { method: "POST", path: "/workspaces/{id}/leave", summary: "Leave a workspace", tags } })
    .input(inputs.LeaveWorkspaceInput)
    .output(outputs.RemovedMember)
    .mutation(({ ctx, input }) => members.leaveWorkspace(ctx, input)),
  grantors: memberProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/workspaces/{id}/permissions/{permission}",
        summary: "Who can give a permission",
        tags,
      },
    })
    .input(inputs.PermissionInput)
    .output(outputs.Grantors)
    .query(({ ctx, input }) => members.findGrantors(ctx, input)),
  ask: memberProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/workspaces/{id}/permissions/{permission}/ask",
        summary: "Ask for a permission; those who can give it are mailed",
        tags,
      },
    })
    .input(inputs.PermissionInput)
    .output(outputs.AskedPermission)
    .mutation(({ ctx, input }) => members.askForPermission(ctx, input)),
});
