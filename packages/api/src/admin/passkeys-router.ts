import * as inputs from "@pronaflow/contract/inputs/passkeys";
import { MfaVerified } from "@pronaflow/contract/outputs/factors";
import { SignInAnswer, SteppedUp } from "@pronaflow/contract/outputs/identity";
import * as outputs from "@pronaflow/contract/outputs/passkeys";
import * as passkeys from "@pronaflow/core/passkeys";
import { publicProcedure, router, systemProcedure } from "../trpc/init.ts";
import { admit, admitVerified, handOver } from "../trpc/session-answers.ts";

export const passkeysRouter = router({
  list: systemProcedure.output(outputs.Passkeys).query(({ ctx }) => passkeys.listPasskeys(ctx)),
  registerOptions: systemProcedure
    .output(outputs.PasskeyCreation)
    .mutation(({ ctx }) => passkeys.beginRegistration(ctx, {})),
  register: systemProcedure
    .input(inputs.AddPasskeyInput)
    .output(outputs.PasskeyAdded)
    .mutation(async ({ ctx, input }) => handOver(ctx, await passkeys.addPasskey(ctx, input))),
  rename: systemProcedure
    .input(inputs.RenamePasskeyInput)
    .output(outputs.Passkey)
    .mutation(({ ctx, input }) => passkeys.renamePasskey(ctx, input)),
  remove: systemProcedure
    .input(inputs.RemovePasskeyInput)
    .output(outputs.PasskeyRemoved)
    .mutation(async ({ ctx, input }) => handOver(ctx, await passkeys.removePasskey(ctx, input))),
  signInOptions: publicProcedure.output(outputs.PasskeyRequest).mutation(({ ctx }) => passkeys.beginSignIn(ctx, {})),
  signIn: publicProcedure
    .input(inputs.SignInByPasskeyInput)
    .output(SignInAnswer)
    .mutation(async ({ ctx, input }) => admit(ctx, await passkeys.signInByPasskey(ctx, input))),
  verifyOptions: publicProcedure
    .input(inputs.PasskeyChallengeInput)
    .output(outputs.PasskeyRequest)
    .mutation(({ ctx, input }) => passkeys.beginSecondStep(ctx, input)),
  verify: publicProcedure
    .input(inputs.VerifyPasskeyInput)
    .output(MfaVerified)
    .mutation(async ({ ctx, input }) => admitVerified(ctx, await passkeys.verifyPasskey(ctx, input))),
  stepUpOptions: systemProcedure.output(outputs.PasskeyRequest).mutation(({ ctx }) => passkeys.beginStepUp(ctx, {})),
  stepUp: systemProcedure
    .input(inputs.StepUpByPasskeyInput)
    .output(SteppedUp)
    .mutation(async ({ ctx, input }) => handOver(ctx, await passkeys.stepUpByPasskey(ctx, input))),
});
