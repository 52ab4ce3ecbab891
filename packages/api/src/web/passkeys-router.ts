import * as inputs from "@pronaflow/contract/inputs/passkeys";
import { MfaVerified } from "@pronaflow/contract/outputs/factors";
import { SignInAnswer, SteppedUp } from "@pronaflow/contract/outputs/identity";
import * as outputs from "@pronaflow/contract/outputs/passkeys";
import * as passkeys from "@pronaflow/core/passkeys";
import { publicProcedure, router, userProcedure } from "../trpc/init.ts";
import { admit, admitVerified, handOver } from "../trpc/session-answers.ts";

const tags = ["Passkeys"];

export const passkeysRouter = router({
  list: userProcedure
    .meta({ openapi: { method: "GET", path: "/auth/passkeys", summary: "List one's own passkeys", tags } })
    .output(outputs.Passkeys)
    .query(({ ctx }) => passkeys.listPasskeys(ctx)),
  registerOptions: userProcedure
    .meta({
      openapi: { method: "POST", path: "/auth/passkeys/register-options", summary: "Begin to add a passkey", tags },
    })
    .output(outputs.PasskeyCreation)
    .mutation(({ ctx }) => passkeys.beginRegistration(ctx, {})),
  register: userProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/auth/passkeys",
        status: 201,
        summary: "Add the passkey that the browser made",
        tags,
      },
    })
    .input(inputs.AddPasskeyInput)
    .output(outputs.PasskeyAdded)
    .mutation(async ({ ctx, input }) => handOver(ctx, await passkeys.addPasskey(ctx, input))),
  rename: userProcedure
    .meta({ openapi: { method: "PATCH", path: "/auth/passkeys/{passkeyId}", summary: "Rename a passkey", tags } })
    .input(inputs.RenamePasskeyInput)
    .output(outputs.Passkey)
    .mutation(({ ctx, input }) => passkeys.renamePasskey(ctx, input)),
  remove: userProcedure
    .meta({ openapi: { method: "DELETE", path: "/auth/passkeys/{passkeyId}", summary: "Remove a passkey", tags } })
    .input(inputs.RemovePasskeyInput)
    .output(outputs.PasskeyRemoved)
    .mutation(async ({ ctx, input }) => handOver(ctx, await passkeys.removePasskey(ctx, input))),
  signInOptions: publicProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/auth/passkeys/sign-in-options",
        summary: "Begin a sign-in by passkey",
        tags,
        protect: false,
      },
    })
    .output(outputs.PasskeyRequest)
    .mutation(({ ctx }) => passkeys.beginSignIn(ctx, {})),
  signIn: publicProcedure
    .meta({
      openapi: { method: "POST", path: "/auth/passkeys/sign-in", summary: "Sign in by passkey", tags, protect: false },
    })
    .input(inputs.SignInByPasskeyInput)
    .output(SignInAnswer)
    .mutation(async ({ ctx, input }) => admit(ctx, await passkeys.signInByPasskey(ctx, input))),
  verifyOptions: publicProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/auth/passkeys/verify-options",
        summary: "Begin the second step of a sign-in by passkey",
        tags,
        protect: false,
      },
    })
    .input(inputs.PasskeyChallengeInput)
    .output(outputs.PasskeyRequest)
    .mutation(({ ctx, input }) => passkeys.beginSecondStep(ctx, input)),
  verify: publicProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/auth/passkeys/verify",
        summary: "Finish a sign-in by passkey",
        tags,
        protect: false,
      },
    })
    .input(inputs.VerifyPasskeyInput)
    .output(MfaVerified)
    .mutation(async ({ ctx, input }) => admitVerified(ctx, await passkeys.verifyPasskey(ctx, input))),
  stepUpOptions: userProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/auth/passkeys/step-up-options",
        summary: "Begin to prove again that it is you by passkey",
        tags,
      },
    })
    .output(outputs.PasskeyRequest)
    .mutation(({ ctx }) => passkeys.beginStepUp(ctx, {})),
  stepUp: userProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/auth/passkeys/step-up",
        summary: "Prove again that it is you by passkey",
        tags,
      },
    })
    .input(inputs.StepUpByPasskeyInput)
    .output(SteppedUp)
    .mutation(async ({ ctx, input }) => handOver(ctx, await passkeys.stepUpByPasskey(ctx, input))),
});
