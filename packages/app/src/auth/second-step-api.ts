import type { VerifyMfaInput } from "@pronaflow/contract/inputs/factors";
import type { MfaVerified } from "@pronaflow/contract/outputs/factors";
import type * as z from "zod";
import type { PasskeySecondStepApi } from "../passkeys/passkeys-api.ts";
import type { Call } from "../trpc/call.ts";

/** The calls that finish a sign-in. */
export interface SecondStepApi {
  mfa: { verify: Call<z.output<typeof VerifyMfaInput>, MfaVerified> };
  passkeys: PasskeySecondStepApi;
}
