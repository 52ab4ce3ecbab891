import type { Permission, Role } from "@pronaflow/contract";
import type { NoticeProps, NoticeTemplate } from "../notice.ts";
import type { OwnershipMessages } from "./ownership-messages.ts";

/** The words every mail has. All are required: a language that lacks one does not compile. */
export interface Words {
  subject: string;
  preheader: string;
  heading: string;
  lead: string;
  more: string;
  button: string;
  note: string;
  reason: string;
}

interface Told {
  product: string;
}

/** The words of one notice; what is not said here is the same in all of them. */
export interface NoticeWords extends Pick<Words, "subject" | "preheader" | "heading" | "lead"> {
  more?: string;
  /** For the notice that has a first act of its own. */
  button?: string;
}

/** `time` reads an instant as its reader would say it. */
type NoticeTold<T extends NoticeTemplate> = NoticeProps[T] & { product: string; time: (iso: string) => string };

/** All copy of the security notices in one language. */
export interface NoticeMessages {
  /** The button by which the owner says so. */
  notMe: string;
  /** What it does, and for how long. */
  note: string;
  more: string;
  security: string;
  reason(told: Told): string;
  facts: Record<"passkey" | "provider" | "token" | "runsOut" | "newAddress" | "earlier" | "newSignIn", string>;
  mails: { [T in NoticeTemplate]: (told: NoticeTold<T>) => NoticeWords };
}

type OfMember = Told & { workspace: string; by: string };

/** The copy of the mails about a place in a workspace. */
export interface MemberMails {
  "member-role-changed"(told: OfMember & { before: Role; role: Role }): Words;
  "member-removed"(told: OfMember): Words;
  "member-deactivated"(told: OfMember): Words;
  "member-reactivated"(told: OfMember): Words;
  "member-ended"(told: Omit<OfMember, "by">): Words;
  "permission-asked"(told: OfMember & { role: Role; permission: Permission }): Words;
}

/** The copy of the mails on what the console's people did to an account. */
export interface StandingMails {
  "account-suspended"(told: Told & { until: string | null }): Words;
  "account-reactivated"(told: Told): Words;
  "sessions-ended"(told: Told & { count: number }): Words;
}

/** All copy of one language. Values come in already inert and already formatted for that language. */
export interface Messages {
  greeting(name: string): string;
  linkIntroduction: string;
  facts: { when: string; where: string; device: string; lastSeen: string };
  invitationFacts: Record<"invitedBy" | "workspace" | "role" | "address", string>;
  standingFacts: Record<"why" | "until", string>;
  roles: Record<Role, string>;
  /** Said where a place is shown; the licence of the place database asks for it. */
  placesBy: string;
  notices: NoticeMessages;
  mails: OwnershipMessages &
    MemberMails &
    StandingMails & {
      "verify-email"(told: Told & { hours: number }): Words;
      "already-registered"(told: Told): Words & { alternative: string };
      "password-reset"(told: Told & { minutes: number }): Words;
      "account-disowned"(told: Told & { minutes: number }): Words;
      "email-change-confirm"(told: Told & { hours: number }): Words;
      "workspace-deleted"(
        told: Told & { workspace: string; by: string; until: string; undoUntil: string | null },
      ): Words;
      "workspace-restored"(told: Told & { workspace: string }): Words;
      "mfa-wanted"(told: Told & { workspace: string; from: string }): Words;
      "email-address-changed"(told: Told & { hours: number }): Words;
      invitation(told: Told & { workspace: string; by: string; role: string; hours: number }): Words;
      "invitation-accepted"(told: Told & { workspace: string; who: string; role: string }): Words;
      "invitation-asked"(told: Told & { workspace: string; who: string }): Words;
    };
}
