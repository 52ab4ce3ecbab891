import type * as inputs from "@pronaflow/contract/inputs/passkeys";
import type { MfaVerified } from "@pronaflow/contract/outputs/factors";
import type { SignInAnswer } from "@pronaflow/contract/outputs/identity";
import type { PasskeyCreation, PasskeyRequest } from "@pronaflow/contract/outputs/passkeys";
import type * as z from "zod";
import type { Call } from "../trpc/call.ts";

/** The calls that change one's own passkeys. */
export interface OwnPasskeysApi {
  registerOptions: Call<void, PasskeyCreation>;
  register: Call<z.input<typeof inputs.AddPasskeyInput>, unknown>;
  rename: Call<z.input<typeof inputs.RenamePasskeyInput>, unknown>;
  remove: Call<z.input<typeof inputs.RemovePasskeyInput>, unknown>;
}

/** The calls of a sign-in that begins with a passkey. */
export interface PasskeySignInApi {
  signInOptions: Call<void, PasskeyRequest>;
  signIn: Call<z.input<typeof inputs.SignInByPasskeyInput>, SignInAnswer>;
}

/** The calls of a passkey as the second step of a sign-in. */
export interface PasskeySecondStepApi {
  verifyOptions: Call<z.input<typeof inputs.PasskeyChallengeInput>, PasskeyRequest>;
  verify: Call<z.input<typeof inputs.VerifyPasskeyInput>, MfaVerified>;
}

/** The calls that prove again by passkey who it is. */
export interface PasskeyStepUpApi {
  stepUpOptions: Call<void, PasskeyRequest>;
  stepUp: Call<z.input<typeof inputs.StepUpByPasskeyInput>, unknown>;
}
