import type { Permission, Role } from "@pronaflow/contract";
import type { NoticeProps } from "./notice.ts";
import { NOTICES } from "./notice.ts";
import type { OwnershipProps } from "./ownership.ts";
import { OWNERSHIP_MAILS } from "./ownership.ts";
import type { StandingProps } from "./standing.ts";
import { STANDING_MAILS } from "./standing.ts";

export interface Addressed {
  /** The receiver's own name as typed at sign-up: hostile until proven otherwise. */
  displayName: string;
}

/** An instant for a human: ISO 8601 text, and the IANA zone it is read in. */
export interface Zoned {
  timeZone: string;
}

/**
 * What each mail needs to be written. Instants are ISO 8601; durations carry their unit.
 * Links with a token carry it in the fragment, so that no server on the way logs it.
 */
export interface MailProps extends NoticeProps, OwnershipProps, StandingProps {
  "verify-email": Addressed & { link: string; expiresInHours: number };
  "already-registered": Addressed & { signInLink: string; resetLink: string };
  "password-reset": Addressed & { link: string; expiresInMinutes: number };
  /** After "this wasn't me": the way back in. */
  "account-disowned": Addressed & { link: string; expiresInMinutes: number };
  "email-change-confirm": Addressed & { link: string; expiresInHours: number };
  "workspace-deleted": Addressed &
    Zoned & { workspaceName: string; deletedBy: string; finalAt: string; undoLink?: string; undoUntil?: string };
  "workspace-restored": Addressed & { workspaceName: string; link: string };
  /** A workspace will want a second factor, and the reader has none. */
  "mfa-wanted": Addressed & Zoned & { workspaceName: string; from: string; link: string };
  "email-address-changed": Addressed & { link: string; expiresInHours: number };
  /** To an address, not to an account: whether it has one is not known here, so it is greeted without a name. */
  invitation: Addressed & {
    link: string;
    workspaceName: string;
    inviterName: string;
    inviterEmail: string;
    role: Role;
    expiresInHours: number;
  };
  "invitation-accepted": Addressed & {
    workspaceName: string;
    memberName: string;
    memberEmail: string;
    role: Role;
    link: string;
  };
  "invitation-asked": Addressed & { workspaceName: string; askerName: string; askerEmail: string; link: string };
  "member-role-changed": Addressed & { workspaceName: string; by: string; before: Role; role: Role; link: string };
  "member-removed": Addressed & { workspaceName: string; by: string; link: string };
  "member-deactivated": Addressed & { workspaceName: string; by: string; link: string };
  "member-reactivated": Addressed & { workspaceName: string; by: string; link: string };
  "member-ended": Addressed & { workspaceName: string; link: string };
  "permission-asked": Addressed & {
    workspaceName: string;
    askedBy: string;
    role: Role;
    permission: Permission;
    link: string;
  };
}

export type MailTemplate = keyof MailProps;

/** Any one mail, its template and props belonging together: what an outbox row holds. */
export type Mail = { [T in MailTemplate]: { template: T; props: MailProps[T] } }[MailTemplate];

/** Whose mail it is: the name shown, and the address of the web app (http or https). */
export interface MailProduct {
  name: string;
  url: string;
}

// Record<…, true> so that a new template that is not listed does not compile.
const listed: Record<MailTemplate, true> = {
  "verify-email": true,
  "already-registered": true,
  "password-reset": true,
  ...NOTICES,
  "email-change-confirm": true,
  "account-disowned": true,
  ...STANDING_MAILS,
  "workspace-deleted": true,
  "workspace-restored": true,
  "mfa-wanted": true,
  ...OWNERSHIP_MAILS,
  "email-address-changed": true,
  invitation: true,
  "invitation-accepted": true,
  "invitation-asked": true,
  "member-role-changed": true,
  "member-removed": true,
  "member-deactivated": true,
  "member-reactivated": true,
  "member-ended": true,
  "permission-asked": true,
};

/** Every template, in the order of a reader's life with the product. */
export const MAIL_TEMPLATES = Object.keys(listed) as MailTemplate[];
