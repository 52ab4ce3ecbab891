import { StepUpInput } from "@pronaflow/contract/inputs/factors";
import { UnlockAccountInput } from "@pronaflow/contract/inputs/guard";
import * as inputs from "@pronaflow/contract/inputs/identity";
import { DisownInput } from "@pronaflow/contract/inputs/notices";
import { CaptchaChallenge } from "@pronaflow/contract/outputs/guard";
import * as outputs from "@pronaflow/contract/outputs/identity";
import { RegisterAnswer } from "@pronaflow/contract/outputs/invitations";
import { Disowned } from "@pronaflow/contract/outputs/notices";
import * as guard from "@pronaflow/core/guard";
import * as identity from "@pronaflow/core/identity";
import { disownAccount } from "@pronaflow/core/notices";
import { leavingProcedure, publicProcedure, router, userProcedure } from "../trpc/init.ts";
import { admit, admitRegistered, handOver, takeCookieAway } from "../trpc/session-answers.ts";
import { devicesRouter } from "./devices-router.ts";
import { mfaRouter } from "./mfa-router.ts";
import { oauthRouter } from "./oauth-router.ts";
import { passkeysRouter } from "./passkeys-router.ts";
import { passwordResetRouter } from "./password-reset-router.ts";
import { sessionsRouter } from "./sessions-router.ts";

const tags = ["Identity"];

export const authRouter = router({
  register: publicProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/auth/register",
        status: 202,
        summary: "Register an account",
        tags,
        protect: false,
      },
    })
    .input(inputs.RegisterInput)
    .output(RegisterAnswer)
    .mutation(async ({ ctx, input }) => admitRegistered(ctx, await identity.registerAccount(ctx, input))),
  verifyEmail: publicProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/auth/verify-email",
        summary: "Verify an email address by its link",
        tags,
        protect: false,
      },
    })
    .input(inputs.VerifyEmailInput)
    .output(outputs.Verified)
    .mutation(({ ctx, input }) => identity.verifyEmail(ctx, input)),
  resendVerification: publicProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/auth/resend-verification",
        status: 202,
        summary: "Send the verification link again",
        tags,
        protect: false,
      },
    })
    .input(inputs.ResendVerificationInput)
    .output(outputs.Accepted)
    .mutation(({ ctx, input }) => identity.resendVerification(ctx, input)),
  login: publicProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/auth/login",
        summary: "Sign in with email or username and password",
        tags,
        protect: false,
      },
    })
    .input(inputs.LoginInput)
    .output(outputs.SignInAnswer)
    .mutation(async ({ ctx, input }) => admit(ctx, await identity.signIn(ctx, input))),
  captcha: publicProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/auth/captcha",
        summary: "Get a challenge for `captcha`",
        tags,
        protect: false,
      },
    })
    .output(CaptchaChallenge)
    .query(({ ctx }) => guard.createCaptcha(ctx)),
  unlock: publicProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/auth/unlock",
        summary: "Unlock sign-in by a mailed link",
        tags,
        protect: false,
      },
    })
    .input(UnlockAccountInput)
    .output(outputs.Done)
    .mutation(({ ctx, input }) => guard.unlockAccount(ctx, input)),
  logout: leavingProcedure(null)
    .meta({ openapi: { method: "POST", path: "/auth/logout", status: 204, summary: "Sign out", tags } })
    .output(outputs.Done)
    .mutation(async ({ ctx }) => {
      const done = await identity.signOut(ctx, {});
      takeCookieAway(ctx);
      return done;
    }),
  me: leavingProcedure("account.view")
    .meta({
      openapi: {
        method: "GET",
        path: "/auth/me",
        summary: "Who is signed in, by which session, in which workspaces",
        tags,
      },
      reads: "own workspaces",
    })
    .output(outputs.Me)
    .query(({ ctx }) => identity.getMe(ctx)),
  stepUp: userProcedure
    .meta({ openapi: { method: "POST", path: "/auth/step-up", summary: "Prove again that it is you", tags } })
    .input(StepUpInput)
    .output(outputs.SteppedUp)
    .mutation(async ({ ctx, input }) => handOver(ctx, await identity.stepUp(ctx, input))),
  passwordChange: userProcedure
    .meta({ openapi: { method: "POST", path: "/auth/password-change", summary: "Change the password", tags } })
    .input(inputs.ChangePasswordInput)
    .output(outputs.PasswordChanged)
    .mutation(async ({ ctx, input }) => handOver(ctx, await identity.changePassword(ctx, input))),
  notMe: publicProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/auth/not-me",
        summary: "Say by the link of a security mail that it was not you",
        tags,
        protect: false,
      },
    })
    .input(DisownInput)
    .output(Disowned)
    .mutation(({ ctx, input }) => disownAccount(ctx, input)),
  oauth: oauthRouter,
  passwordReset: passwordResetRouter,
  mfa: mfaRouter,
  passkeys: passkeysRouter,
  sessions: sessionsRouter,
  devices: devicesRouter,
});
