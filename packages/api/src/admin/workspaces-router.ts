import * as inputs from "@pronaflow/contract/inputs/workspaces";
import * as outputs from "@pronaflow/contract/outputs/workspaces";
import * as system from "@pronaflow/core/system";
import { router, systemProcedure } from "../trpc/init.ts";

export const workspacesRouter = router({
  list: systemProcedure
    .input(inputs.ListSystemWorkspacesInput)
    .output(outputs.SystemWorkspacePage)
    .query(({ ctx, input }) => system.listSystemWorkspaces(ctx, input)),
  get: systemProcedure
    .input(inputs.WorkspaceInput)
    .output(outputs.SystemWorkspaceDetail)
    .query(({ ctx, input }) => system.findSystemWorkspace(ctx, input)),
  restore: systemProcedure
    .input(inputs.RestoreWorkspaceInput)
    .output(outputs.RestoredWorkspace)
    .mutation(({ ctx, input }) => system.restoreWorkspace(ctx, input)),
  hold: systemProcedure
    .input(inputs.HoldWorkspaceInput)
    .output(outputs.HeldWorkspace)
    .mutation(({ ctx, input }) => system.holdWorkspace(ctx, input)),
  release: systemProcedure
    .input(inputs.HoldWorkspaceInput)
    .output(outputs.HeldWorkspace)
    .mutation(({ ctx, input }) => system.releaseWorkspace(ctx, input)),
});
