import type { SystemRole } from "@pronaflow/contract";
import type { Addressed, Zoned } from "./mail.ts";

/** What every security notice says: when, from which device and place, and how to say that it was not the owner. */
interface Noticed extends Addressed, Zoned {
  at: string;
  /** Not given where nobody's device did it: the product did, or an admin. */
  device?: string;
  place?: string;
  notMeLink: string;
  securityLink: string;
}

type NothingMore = Record<never, never>;

/** What each notice says beside that. Instants are ISO 8601. */
export interface NoticeFacts {
  "new-device": NothingMore;
  /** Named in the reader's language. */
  "new-country": { country: string };
  "impossible-travel": { earlierPlace: string; earlierAt: string; kilometers: number };
  "session-evicted": { lastSeenAt: string };
  "sign-in-locked": { unlockLink: string; lockedUntil: string };
  "password-changed": NothingMore;
  "password-reset-done": NothingMore;
  "password-disabled": { resetLink: string };
  "mfa-enabled": NothingMore;
  "mfa-disabled": NothingMore;
  "factor-reset-by-admin": NothingMore;
  "backup-codes-regenerated": NothingMore;
  "backup-code-used": { remaining: number };
  "passkey-added": { passkeyName: string };
  "passkey-removed": { passkeyName: string };
  "provider-linked": { providerName: string };
  "provider-unlinked": { providerName: string };
  /** `expiresAt`: not given where it never runs out. */
  "token-created": { tokenName: string; expiresAt?: string };
  "token-revoked": { tokenName: string };
  /** Goes to the old address, as does `email-changed`. */
  "email-change-requested": { undoLink: string; newEmail: string };
  "email-changed": { undoLink: string; newEmail: string };
  /** `email`: the address the account has again. */
  "email-change-undone": { email: string };
  "deletion-scheduled": { returnLink: string; finalAt: string };
  "deletion-cancelled": NothingMore;
  /** `consoleLink`: not given where there is no role any more. */
  "system-role-changed": { before: SystemRole; role: SystemRole; consoleLink?: string };
  "export-ready": { downloadLink: string; expiresAt: string };
}

export type NoticeTemplate = keyof NoticeFacts;
export type NoticeProps = { [T in NoticeTemplate]: Noticed & NoticeFacts[T] };

/** Every notice; Record<…, true> so that one that is not listed does not compile. */
export const NOTICES: Record<NoticeTemplate, true> = {
  "new-device": true,
  "new-country": true,
  "impossible-travel": true,
  "session-evicted": true,
  "sign-in-locked": true,
  "password-changed": true,
  "password-reset-done": true,
  "password-disabled": true,
  "mfa-enabled": true,
  "mfa-disabled": true,
  "factor-reset-by-admin": true,
  "backup-codes-regenerated": true,
  "backup-code-used": true,
  "passkey-added": true,
  "passkey-removed": true,
  "provider-linked": true,
  "provider-unlinked": true,
  "token-created": true,
  "token-revoked": true,
  "email-change-requested": true,
  "email-changed": true,
  "email-change-undone": true,
  "deletion-scheduled": true,
  "deletion-cancelled": true,
  "system-role-changed": true,
  "export-ready": true,
};

export const NOTICE_TEMPLATES = Object.keys(NOTICES) as NoticeTemplate[];
