import { StepUpInput } from "@pronaflow/contract/inputs/factors";
import * as inputs from "@pronaflow/contract/inputs/identity";
import { CaptchaChallenge } from "@pronaflow/contract/outputs/guard";
import * as outputs from "@pronaflow/contract/outputs/identity";
import * as guard from "@pronaflow/core/guard";
import * as identity from "@pronaflow/core/identity";
import * as system from "@pronaflow/core/system";
import { doorProcedure, publicProcedure, router } from "../trpc/init.ts";
import { admit, handOver, takeCookieAway } from "../trpc/session-answers.ts";
import { mfaRouter } from "./mfa-router.ts";
import { passkeysRouter } from "./passkeys-router.ts";

export const authRouter = router({
  setup: publicProcedure
    .input(inputs.CreateFirstAdminInput)
    .output(outputs.Done)
    .mutation(({ ctx, input }) => system.createFirstAdmin(ctx, input)),
  login: publicProcedure
    .input(inputs.LoginInput)
    .output(outputs.SignInAnswer)
    .mutation(async ({ ctx, input }) => admit(ctx, await identity.signIn(ctx, input))),
  captcha: publicProcedure.output(CaptchaChallenge).query(({ ctx }) => guard.createCaptcha(ctx)),
  logout: doorProcedure.output(outputs.Done).mutation(async ({ ctx }) => {
    const done = await identity.signOut(ctx, {});
    takeCookieAway(ctx);
    return done;
  }),
  me: doorProcedure.output(outputs.AdminMe).query(({ ctx }) => identity.getAdminMe(ctx)),
  stepUp: doorProcedure
    .input(StepUpInput)
    .output(outputs.SteppedUp)
    .mutation(async ({ ctx, input }) => handOver(ctx, await identity.stepUp(ctx, input))),
  mfa: mfaRouter,
  passkeys: passkeysRouter,
});
