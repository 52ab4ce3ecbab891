/** Every failure a caller can meet, with the HTTP status REST answers and the tRPC code beside it. */
export const ERRORS = {
  INVALID_INPUT: { status: 400, trpc: "BAD_REQUEST" },
  MALFORMED_REQUEST: { status: 400, trpc: "BAD_REQUEST" },
  BATCH_TOO_LARGE: { status: 400, trpc: "BAD_REQUEST" },
  TOKEN_INVALID: { status: 400, trpc: "BAD_REQUEST" },
  PASSWORD_REFUSED: { status: 400, trpc: "BAD_REQUEST" },
  CHALLENGE_GONE: { status: 400, trpc: "BAD_REQUEST" },
  PASSKEY_REFUSED: { status: 400, trpc: "BAD_REQUEST" },
  IDEMPOTENCY_KEY_INVALID: { status: 400, trpc: "BAD_REQUEST" },
  IDEMPOTENCY_KEY_REUSED: { status: 422, trpc: "UNPROCESSABLE_CONTENT" },
  IMAGE_REFUSED: { status: 400, trpc: "BAD_REQUEST" },
  NAME_MISMATCH: { status: 400, trpc: "BAD_REQUEST" },
  PROVIDER_REFUSED: { status: 400, trpc: "BAD_REQUEST" },
  UNAUTHENTICATED: { status: 401, trpc: "UNAUTHORIZED" },
  INVALID_CREDENTIALS: { status: 401, trpc: "UNAUTHORIZED" },
  FORBIDDEN: { status: 403, trpc: "FORBIDDEN" },
  EMAIL_NOT_VERIFIED: { status: 403, trpc: "FORBIDDEN" },
  STEP_UP_REQUIRED: { status: 403, trpc: "FORBIDDEN" },
  CURRENT_PASSWORD_WRONG: { status: 403, trpc: "FORBIDDEN" },
  FACTOR_WRONG: { status: 403, trpc: "FORBIDDEN" },
  MFA_REQUIRED: { status: 403, trpc: "FORBIDDEN" },
  CAPTCHA_REQUIRED: { status: 403, trpc: "FORBIDDEN" },
  CROSS_SITE: { status: 403, trpc: "FORBIDDEN" },
  TOKEN_NOT_PERMITTED: { status: 403, trpc: "FORBIDDEN" },
  ACCOUNT_LEAVING: { status: 403, trpc: "FORBIDDEN" },
  WORKSPACE_NEEDS_MFA: { status: 403, trpc: "FORBIDDEN" },
  SESSION_TOO_OLD: { status: 403, trpc: "FORBIDDEN" },
  MEMBER_ABOVE: { status: 403, trpc: "FORBIDDEN" },
  ROLE_NOT_GRANTABLE: { status: 403, trpc: "FORBIDDEN" },
  ACCOUNT_NOT_ACTIVE: { status: 409, trpc: "CONFLICT" },
  ACCOUNT_SUSPENDED: { status: 409, trpc: "CONFLICT" },
  ACCOUNT_NOT_SUSPENDED: { status: 409, trpc: "CONFLICT" },
  ACCOUNT_IS_YOURS: { status: 403, trpc: "FORBIDDEN" },
  ACCOUNT_OUT_OF_REACH: { status: 403, trpc: "FORBIDDEN" },
  LAST_SUPERADMIN: { status: 409, trpc: "CONFLICT" },
  LAST_OWNER: { status: 409, trpc: "CONFLICT" },
  TRANSFER_GONE: { status: 409, trpc: "CONFLICT" },
  TRANSFER_PENDING: { status: 409, trpc: "CONFLICT" },
  SOLE_OWNER: { status: 409, trpc: "CONFLICT" },
  TOKEN_LIMIT_REACHED: { status: 409, trpc: "CONFLICT" },
  DOMAIN_NOT_ALLOWED: { status: 400, trpc: "BAD_REQUEST" },
  WRONG_ACCOUNT: { status: 403, trpc: "FORBIDDEN" },
  INVITATION_GONE: { status: 404, trpc: "NOT_FOUND" },
  INVITATION_LIMIT: { status: 409, trpc: "CONFLICT" },
  ALREADY_MEMBER: { status: 409, trpc: "CONFLICT" },
  NO_SEAT_LEFT: { status: 409, trpc: "CONFLICT" },
  NOT_FOUND: { status: 404, trpc: "NOT_FOUND" },
  METHOD_NOT_ALLOWED: { status: 405, trpc: "METHOD_NOT_SUPPORTED" },
  USERNAME_TAKEN: { status: 409, trpc: "CONFLICT" },
  SLUG_TAKEN: { status: 409, trpc: "CONFLICT" },
  WORKSPACE_LIMIT_REACHED: { status: 409, trpc: "CONFLICT" },
  WORKSPACE_NOT_DELETED: { status: 409, trpc: "CONFLICT" },
  WORKSPACE_HELD: { status: 409, trpc: "CONFLICT" },
  WORKSPACE_NOT_HELD: { status: 409, trpc: "CONFLICT" },
  UNDO_WINDOW_CLOSED: { status: 409, trpc: "CONFLICT" },
  RESTORE_WINDOW_CLOSED: { status: 409, trpc: "CONFLICT" },
  MFA_ALREADY_ON: { status: 409, trpc: "CONFLICT" },
  MFA_NOT_ON: { status: 409, trpc: "CONFLICT" },
  INCIDENT_SETTLED: { status: 409, trpc: "CONFLICT" },
  PASSKEY_LIMIT_REACHED: { status: 409, trpc: "CONFLICT" },
  ALREADY_VERIFIED: { status: 409, trpc: "CONFLICT" },
  PROVIDER_TAKEN: { status: 409, trpc: "CONFLICT" },
  LAST_WAY_IN: { status: 409, trpc: "CONFLICT" },
  PAYLOAD_TOO_LARGE: { status: 413, trpc: "PAYLOAD_TOO_LARGE" },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, trpc: "UNSUPPORTED_MEDIA_TYPE" },
  RATE_LIMITED: { status: 429, trpc: "TOO_MANY_REQUESTS" },
  INTERNAL: { status: 500, trpc: "INTERNAL_SERVER_ERROR" },
  BUSY: { status: 503, trpc: "SERVICE_UNAVAILABLE" },
  UNAVAILABLE: { status: 503, trpc: "SERVICE_UNAVAILABLE" },
  PROVIDER_UNAVAILABLE: { status: 503, trpc: "SERVICE_UNAVAILABLE" },
  TIMEOUT: { status: 503, trpc: "SERVICE_UNAVAILABLE" },
} as const satisfies Record<string, { status: number; trpc: string }>;

export type ErrorCode = keyof typeof ERRORS;

/** What a failure may say beside its code: never a secret, never another tenant's data. */
export type ErrorMeta = Record<string, string | number | boolean | readonly string[]>;

/** Which input fields were wrong, by path, each with the codes of `FIELD_ERRORS`. */
export type FieldErrors = Record<string, readonly string[]>;

/** The one error class of the product. Anything else that is thrown is a fault and shows only its request id. */
export class ProductError extends Error {
  readonly code: ErrorCode;
  readonly meta: ErrorMeta;
  readonly fields: FieldErrors | undefined;

  constructor(code: ErrorCode, meta: ErrorMeta = {}, fields?: FieldErrors) {
    super(code);
    this.name = "ProductError";
    this.code = code;
    this.meta = meta;
    this.fields = fields;
  }
}

/** Fails with a code. Usable in an expression: `(await getInvite()) ?? fail("NOT_FOUND")`. */
export function fail(code: ErrorCode, meta?: ErrorMeta, fields?: FieldErrors): never {
  throw new ProductError(code, meta, fields);
}

/** True for the product's own coded errors, also across two copies of this module in one process. */
export function isProductError(error: unknown): error is ProductError {
  return error instanceof Error && error.name === "ProductError" && "code" in error;
}
