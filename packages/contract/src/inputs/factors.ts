import * as z from "zod";
import { GivenPassword } from "./identity.ts";

/** Six digits of an authenticator app; people type the space that apps show in the middle. */
export const TotpCode = z
  .string()
  .max(32, "CODE_INVALID")
  .transform((value) => value.replace(/\s/g, ""))
  .refine((value) => /^[0-9]{6}$/.test(value), "CODE_INVALID");

/** A backup code: 80 bits as 16 characters of base32, typed with or without its hyphens, in either case. */
export const BackupCode = z
  .string()
  .max(64, "BACKUP_CODE_INVALID")
  .transform((value) => value.replace(/[\s-]/g, "").toLowerCase())
  .refine((value) => /^[a-z2-7]{16}$/.test(value), "BACKUP_CODE_INVALID");

export const ChallengeId = z.string().regex(/^[a-z2-7]{32}$/, "INVALID");

// Field by field rather than a union: forms and the REST document read one flat object.
const factor = { code: TotpCode.optional(), backupCode: BackupCode.optional() };
const isOneFactor = ({ code, backupCode }: { code?: string | undefined; backupCode?: string | undefined }) =>
  (code === undefined) !== (backupCode === undefined);
const oneOf = (path: string) => ({ path: [path], message: "REQUIRED" });

export const EnableMfaInput = z.strictObject({ password: GivenPassword });
export const ConfirmMfaInput = z.strictObject({ code: TotpCode });
export const DisableMfaInput = z
  .strictObject({ password: GivenPassword, ...factor })
  .refine(isOneFactor, oneOf("code"));
export const RegenerateBackupCodesInput = z
  .strictObject({ password: GivenPassword, ...factor })
  .refine(isOneFactor, oneOf("code"));

/** The second step of a sign-in. `trustDevice` spares this browser the second step for 30 days, in the user app only. */
export const VerifyMfaInput = z
  .strictObject({ challengeId: ChallengeId, ...factor, trustDevice: z.boolean().optional() })
  .refine(isOneFactor, oneOf("code"));

/** One proof again: the password, or a code of the authenticator app. */
export const StepUpInput = z
  .strictObject({ password: GivenPassword.optional(), code: TotpCode.optional() })
  .refine(({ password, code }) => (password === undefined) !== (code === undefined), oneOf("password"));

export const RevokeDeviceInput = z.strictObject({ deviceId: z.uuid("INVALID") });
