/** The tries at proving oneself that are recorded, each with how it ended. */
export const ATTEMPT_KINDS = [
  "sign_in",
  "second_factor",
  "mfa_change",
  "step_up",
  "password_change",
  "password_reset",
  "email_verification",
  "not_me",
  "first_admin",
  "console_denied",
] as const;

export type AttemptKind = (typeof ATTEMPT_KINDS)[number];
