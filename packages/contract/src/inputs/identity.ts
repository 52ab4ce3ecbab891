import * as z from "zod";
import { LOCALES } from "../locale.ts";
import { isReservedName, normaliseUsername } from "../names.ts";
import { lineOfText } from "../text.ts";

export const EmailAddress = z
  .string()
  .max(254, "EMAIL_INVALID")
  .transform((value) => value.normalize("NFKC").trim())
  .pipe(z.email("EMAIL_INVALID").refine((value) => (value.split("@")[0] ?? "").length <= 64, "EMAIL_INVALID"));

export const Username = z
  .string()
  .max(120, "USERNAME_INVALID")
  .transform(normaliseUsername)
  .refine((value) => /^[a-z0-9_-]{3,30}$/.test(value), "USERNAME_INVALID")
  .refine((value) => !isReservedName(value), "USERNAME_RESERVED");

export const DisplayName = lineOfText(1, 80, "DISPLAY_NAME_LENGTH");

// The policy names every unmet rule at once, so the schema only bounds the size: 128 code points fit in 512 units.
export const NewPassword = z.string().min(1, "REQUIRED").max(512, "PASSWORD_TOO_LONG");
export const GivenPassword = z.string().min(1, "REQUIRED").max(512, "INVALID");

/** The token of a mailed link: 160 bits as 32 characters of base32. */
export const LinkToken = z.string().regex(/^[a-z2-7]{32}$/, "INVALID");
const Captcha = z.string().max(4096, "INVALID").optional();

export const TimeZone = z.string().max(64, "TIME_ZONE_INVALID").refine(isTimeZone, "TIME_ZONE_INVALID");

export const RegisterInput = z.strictObject({
  email: EmailAddress,
  username: Username,
  displayName: DisplayName,
  password: NewPassword,
  captcha: Captcha,
  /** The token of an invitation to this very address: then the account is open at once and joins its workspace. */
  invitation: LinkToken.optional(),
});
export const VerifyEmailInput = z.strictObject({ token: LinkToken });
export const ResendVerificationInput = z.strictObject({ email: EmailAddress });
export const LoginInput = z.strictObject({
  identifier: z.string().trim().min(1, "REQUIRED").max(254, "INVALID"),
  password: GivenPassword,
  captcha: Captcha,
});
export const RequestPasswordResetInput = z.strictObject({ email: EmailAddress, captcha: Captcha });
export const ResetPasswordInput = z.strictObject({ token: LinkToken, password: NewPassword });
export const ChangePasswordInput = z.strictObject({ currentPassword: GivenPassword, newPassword: NewPassword });
export const ChangePendingAddressInput = z.strictObject({ email: EmailAddress, password: GivenPassword });
export const UpdateProfileInput = z.strictObject({
  displayName: DisplayName.optional(),
  username: Username.optional(),
  locale: z.enum(LOCALES).optional(),
  timeZone: TimeZone.optional(),
});
export const RevokeSessionInput = z.strictObject({ sessionId: z.uuid("INVALID") });
export const RevokeSessionsInput = z.strictObject({ keepCurrent: z.boolean().optional() });
export const CreateFirstAdminInput = z.strictObject({
  token: LinkToken,
  email: EmailAddress,
  username: Username,
  displayName: DisplayName,
  password: NewPassword,
});

/** What `pnpm admin:create` asks for. */
export const CreateAdminInput = z.strictObject({
  email: EmailAddress,
  username: Username,
  displayName: DisplayName,
  password: NewPassword,
  reason: lineOfText(5, 500, "REASON_LENGTH"),
});

/** What the worker says when it removes an account that was never verified. */
export const ExpireAccountInput = z.strictObject({
  accountId: z.uuid("INVALID"),
  reason: lineOfText(5, 500, "REASON_LENGTH"),
});

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: value });
    return /^[A-Za-z]/.test(value);
  } catch {
    return false;
  }
}
