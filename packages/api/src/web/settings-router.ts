import * as inputs from "@pronaflow/contract/inputs/settings";
import { WorkspaceInput } from "@pronaflow/contract/inputs/workspaces";
import * as outputs from "@pronaflow/contract/outputs/settings";
import * as settings from "@pronaflow/core/settings";
import { router, workspaceProcedure } from "../trpc/init.ts";

const tags = ["Settings"];

export const policyRouter = router({
  get: workspaceProcedure
    .meta({ openapi: { method: "GET", path: "/workspaces/{id}/policy", summary: "Read the security policy", tags } })
    .input(WorkspaceInput)
    .output(outputs.WorkspacePolicy)
    .query(({ ctx }) => settings.getPolicy(ctx)),
  update: workspaceProcedure
    .meta({
      openapi: { method: "PATCH", path: "/workspaces/{id}/policy", summary: "Change the security policy", tags },
    })
    .input(inputs.UpdatePolicyInput)
    .output(outputs.WorkspacePolicy)
    .mutation(({ ctx, input }) => settings.updatePolicy(ctx, input)),
});
