import * as inputs from "@pronaflow/contract/inputs/factors";
import * as outputs from "@pronaflow/contract/outputs/factors";
import * as factors from "@pronaflow/core/factors";
import { doorProcedure, publicProcedure, router, systemProcedure } from "../trpc/init.ts";
import { admitVerified, handOver } from "../trpc/session-answers.ts";

export const mfaRouter = router({
  status: doorProcedure.output(outputs.MfaStatus).query(({ ctx }) => factors.getMfaStatus(ctx)),
  enable: doorProcedure
    .input(inputs.EnableMfaInput)
    .output(outputs.MfaEnrolment)
    .mutation(({ ctx, input }) => factors.enableMfa(ctx, input)),
  confirm: doorProcedure
    .input(inputs.ConfirmMfaInput)
    .output(outputs.MfaConfirmed)
    .mutation(async ({ ctx, input }) => handOver(ctx, await factors.confirmMfa(ctx, input))),
  verify: publicProcedure
    .input(inputs.VerifyMfaInput)
    .output(outputs.MfaVerified)
    .mutation(async ({ ctx, input }) => admitVerified(ctx, await factors.verifyMfa(ctx, input))),
  disable: systemProcedure
    .input(inputs.DisableMfaInput)
    .output(outputs.MfaDisabled)
    .mutation(async ({ ctx, input }) => handOver(ctx, await factors.disableMfa(ctx, input))),
  backupCodes: systemProcedure.output(outputs.BackupCodesLeft).query(({ ctx }) => factors.countBackupCodes(ctx)),
  regenerateBackupCodes: systemProcedure
    .input(inputs.RegenerateBackupCodesInput)
    .output(outputs.NewBackupCodes)
    .mutation(({ ctx, input }) => factors.regenerateBackupCodes(ctx, input)),
});
