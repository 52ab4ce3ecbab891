import type * as inputs from "@pronaflow/contract/inputs/factors";
import type { MfaConfirmed, MfaEnrolment, NewBackupCodes } from "@pronaflow/contract/outputs/factors";
import type * as z from "zod";
import type { Call } from "../trpc/call.ts";

/** The calls that set the second step up and make new backup codes. */
export interface FactorsApi {
  enable: Call<z.output<typeof inputs.EnableMfaInput>, MfaEnrolment>;
  confirm: Call<z.output<typeof inputs.ConfirmMfaInput>, MfaConfirmed>;
  regenerateBackupCodes: Call<z.output<typeof inputs.RegenerateBackupCodesInput>, NewBackupCodes>;
}
