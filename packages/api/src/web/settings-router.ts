import { SetLogoInput } from "@pronaflow/contract/inputs/pictures";
import * as inputs from "@pronaflow/contract/inputs/settings";
import { WorkspaceInput } from "@pronaflow/contract/inputs/workspaces";
import { Logo } from "@pronaflow/contract/outputs/pictures";
import * as outputs from "@pronaflow/contract/outputs/settings";
import * as settings from "@pronaflow/core/settings";
import { router, tokenProcedure, workspaceProcedure } from "../trpc/init.ts";

const tags = ["Settings"];

export const settingsRouter = router({
  get: workspaceProcedure
    .meta({ openapi: { method: "GET", path: "/workspaces/{id}/settings", summary: "Read the settings", tags } })
    .input(WorkspaceInput)
    .output(outputs.WorkspaceSettings)
    .query(({ ctx }) => settings.getSettings(ctx)),
  update: workspaceProcedure
    .meta({ openapi: { method: "PATCH", path: "/workspaces/{id}/settings", summary: "Change the settings", tags } })
    .input(inputs.UpdateSettingsInput)
    .output(outputs.WorkspaceSettings)
    .mutation(({ ctx, input }) => settings.updateSettings(ctx, input)),
});

export const billingRouter = router({
  get: workspaceProcedure
    .meta({ openapi: { method: "GET", path: "/workspaces/{id}/billing", summary: "Read the billing profile", tags } })
    .input(WorkspaceInput)
    .output(outputs.WorkspaceBilling)
    .query(({ ctx }) => settings.getBilling(ctx)),
  update: workspaceProcedure
    .meta({
      openapi: { method: "PATCH", path: "/workspaces/{id}/billing", summary: "Change the billing profile", tags },
    })
    .input(inputs.UpdateBillingInput)
    .output(outputs.WorkspaceBilling)
    .mutation(({ ctx, input }) => settings.updateBilling(ctx, input)),
});

export const logoRouter = router({
  set: workspaceProcedure
    .meta({
      openapi: {
        method: "PUT",
        path: "/workspaces/{id}/logo",
        summary: "Give the workspace a logo",
        description: "`data` is a still PNG, JPEG or WebP of at most 2 MB and 25 megapixels, in base64.",
        tags,
        repeatable: true,
      },
    })
    .input(SetLogoInput)
    .output(Logo)
    .mutation(({ ctx, input }) => settings.setLogo(ctx, input)),
  remove: workspaceProcedure
    .meta({ openapi: { method: "DELETE", path: "/workspaces/{id}/logo", summary: "Take the logo away", tags } })
    .input(WorkspaceInput)
    .output(Logo)
    .mutation(({ ctx, input }) => settings.removeLogo(ctx, input)),
});

/** Colour and logo of each workspace of one's own. */
export const marksProcedure = tokenProcedure("account.view")
  .output(outputs.WorkspaceMarks)
  .query(({ ctx }) => settings.listMarks(ctx));

export const postureProcedure = workspaceProcedure
  .meta({ openapi: { method: "GET", path: "/workspaces/{id}/posture", summary: "How safe it is kept", tags } })
  .input(WorkspaceInput)
  .output(outputs.WorkspacePosture)
  .query(({ ctx }) => settings.getPosture(ctx));

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
