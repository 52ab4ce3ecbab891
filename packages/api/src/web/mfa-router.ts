import * as inputs from "@pronaflow/contract/inputs/factors";
import * as outputs from "@pronaflow/contract/outputs/factors";
import * as factors from "@pronaflow/core/factors";
import { publicProcedure, router, userProcedure } from "../trpc/init.ts";
import { admitVerified, handOver } from "../trpc/session-answers.ts";

const tags = ["Two-step sign-in"];

export const mfaRouter = router({
  status: userProcedure
    .meta({ openapi: { method: "GET", path: "/auth/mfa", summary: "Whether two-step sign-in is on", tags } })
    .output(outputs.MfaStatus)
    .query(({ ctx }) => factors.getMfaStatus(ctx)),
  enable: userProcedure
    .meta({
      openapi: { method: "POST", path: "/auth/mfa/enable", summary: "Begin to set up an authenticator app", tags },
    })
    .input(inputs.EnableMfaInput)
    .output(outputs.MfaEnrolment)
    .mutation(({ ctx, input }) => factors.enableMfa(ctx, input)),
  confirm: userProcedure
    .meta({
      openapi: { method: "POST", path: "/auth/mfa/confirm", summary: "Turn two-step sign-in on by a first code", tags },
    })
    .input(inputs.ConfirmMfaInput)
    .output(outputs.MfaConfirmed)
    .mutation(async ({ ctx, input }) => handOver(ctx, await factors.confirmMfa(ctx, input))),
  verify: publicProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/auth/mfa/verify",
        summary: "Finish a sign-in with a second factor",
        tags,
        protect: false,
      },
    })
    .input(inputs.VerifyMfaInput)
    .output(outputs.MfaVerified)
    .mutation(async ({ ctx, input }) => admitVerified(ctx, await factors.verifyMfa(ctx, input))),
  disable: userProcedure
    .meta({ openapi: { method: "POST", path: "/auth/mfa/disable", summary: "Turn two-step sign-in off", tags } })
    .input(inputs.DisableMfaInput)
    .output(outputs.MfaDisabled)
    .mutation(async ({ ctx, input }) => handOver(ctx, await factors.disableMfa(ctx, input))),
  backupCodes: userProcedure
    .meta({
      openapi: { method: "GET", path: "/auth/mfa/backup-codes", summary: "How many backup codes are left", tags },
    })
    .output(outputs.BackupCodesLeft)
    .query(({ ctx }) => factors.countBackupCodes(ctx)),
  regenerateBackupCodes: userProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/auth/mfa/regenerate-backup-codes",
        summary: "Make ten new backup codes; the old ones are void",
        tags,
      },
    })
    .input(inputs.RegenerateBackupCodesInput)
    .output(outputs.NewBackupCodes)
    .mutation(({ ctx, input }) => factors.regenerateBackupCodes(ctx, input)),
});
