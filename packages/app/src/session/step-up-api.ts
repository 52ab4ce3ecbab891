import type { StepUpInput } from "@pronaflow/contract/inputs/factors";
import type { MfaStatus } from "@pronaflow/contract/outputs/factors";
import type { Passkeys } from "@pronaflow/contract/outputs/passkeys";
import type * as z from "zod";
import type { PasskeyStepUpApi } from "../passkeys/passkeys-api.ts";
import type { Call, Query } from "../trpc/call.ts";

/** The calls that prove again who it is. */
export interface StepUpApi {
  stepUp: Call<z.output<typeof StepUpInput>, unknown>;
  mfa: { status: Query<MfaStatus> };
  passkeys: PasskeyStepUpApi & { list: Query<Passkeys> };
}
