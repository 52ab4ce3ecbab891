import * as inputs from "@pronaflow/contract/inputs/workspaces";
import * as outputs from "@pronaflow/contract/outputs/workspaces";
import * as workspaces from "@pronaflow/core/workspaces";
import { router, slugProcedure, tokenProcedure, workspaceProcedure } from "../trpc/init.ts";
import { accessLogRouter } from "./access-log-router.ts";
import { workspaceInvitationsRouter } from "./invitations-router.ts";
import { membersRouter } from "./members-router.ts";
import { deletedRouter, ownershipRouter } from "./ownership-router.ts";
import {
  billingRouter,
  logoRouter,
  marksProcedure,
  policyRouter,
  postureProcedure,
  settingsRouter,
} from "./settings-router.ts";

const tags = ["Workspaces"];

export const workspacesRouter = router({
  create: tokenProcedure("workspaces.create")
    .meta({
      openapi: {
        method: "POST",
        path: "/workspaces",
        status: 201,
        summary: "Create a workspace",
        tags,
        repeatable: true,
      },
    })
    .input(inputs.CreateWorkspaceInput)
    .output(outputs.WorkspaceSummary)
    .mutation(({ ctx, input }) => workspaces.createWorkspace(ctx, input)),
  list: tokenProcedure("account.view")
    .meta({
      openapi: { method: "GET", path: "/workspaces", summary: "List one's own workspaces", tags },
      reads: "own workspaces",
    })
    .output(outputs.WorkspaceList)
    .query(async ({ ctx }) => ({ items: await workspaces.listWorkspaces(ctx) })),
  get: workspaceProcedure
    .meta({ openapi: { method: "GET", path: "/workspaces/{id}", summary: "Read a workspace", tags } })
    .input(inputs.WorkspaceInput)
    .output(outputs.WorkspaceDetail)
    .query(({ ctx }) => workspaces.findWorkspace(ctx)),
  bySlug: slugProcedure
    .input(inputs.OpenWorkspaceInput)
    .output(outputs.WorkspaceDetail)
    .query(({ ctx }) => workspaces.findWorkspace(ctx)),
  open: slugProcedure
    .input(inputs.OpenWorkspaceInput)
    .output(outputs.WorkspaceDetail)
    .mutation(({ ctx, input }) => workspaces.openWorkspace(ctx, input)),
  update: workspaceProcedure
    .meta({
      openapi: { method: "PATCH", path: "/workspaces/{id}", summary: "Change name, description or address", tags },
    })
    .input(inputs.UpdateWorkspaceInput)
    .output(outputs.WorkspaceDetail)
    .mutation(({ ctx, input }) => workspaces.updateWorkspace(ctx, input)),
  impact: workspaceProcedure
    .meta({ openapi: { method: "GET", path: "/workspaces/{id}/impact", summary: "What a deletion would do", tags } })
    .input(inputs.WorkspaceInput)
    .output(outputs.WorkspaceImpact)
    .query(({ ctx }) => workspaces.getImpact(ctx)),
  delete: workspaceProcedure
    .meta({ openapi: { method: "DELETE", path: "/workspaces/{id}", summary: "Delete a workspace", tags } })
    .input(inputs.DeleteWorkspaceInput)
    .output(outputs.DeletedWorkspace)
    .mutation(({ ctx, input }) => workspaces.deleteWorkspace(ctx, input)),
  logo: logoRouter,
  marks: marksProcedure,
  settings: settingsRouter,
  billing: billingRouter,
  policy: policyRouter,
  posture: postureProcedure,
  invitations: workspaceInvitationsRouter,
  ownership: ownershipRouter,
  deleted: deletedRouter,
  members: membersRouter,
  audit: accessLogRouter,
});
