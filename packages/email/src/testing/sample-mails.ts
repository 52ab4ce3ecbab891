import type { Mail, MailProps, MailTemplate } from "../mail.ts";
import { sampleNotices } from "./sample-notices.ts";
import { sampleOwnership } from "./sample-ownership.ts";
import { sampleStanding } from "./sample-standing.ts";

const app = "https://app.example";
const zoned = { timeZone: "Asia/Ho_Chi_Minh" };

/** One believable mail of every template. */
export function samples(displayName = "Nguyễn Thị Linh"): MailProps {
  const who = { displayName };
  const place = { workspaceName: "Quán Cà Phê Sài Gòn" };
  const home = `${app}/w/quan-ca-phe`;
  return {
    "verify-email": { ...who, link: `${app}/verify-email#token=k7xq2m`, expiresInHours: 24 },
    "already-registered": { ...who, signInLink: `${app}/sign-in`, resetLink: `${app}/forgot-password` },
    "password-reset": { ...who, link: `${app}/reset-password#token=p3vd9a`, expiresInMinutes: 15 },
    ...sampleNotices(displayName),
    "account-disowned": { ...who, link: `${app}/reset-password#token=d5ow2n`, expiresInMinutes: 15 },
    ...sampleStanding(displayName),
    "email-change-confirm": { ...who, link: `${app}/confirm-email#token=c9nf4r`, expiresInHours: 24 },
    "workspace-deleted": {
      ...who,
      ...zoned,
      workspaceName: "Quán Cà Phê Sài Gòn",
      deletedBy: "Trần Minh Đức",
      finalAt: "2026-12-24T06:01:00.000Z",
      undoLink: `${app}/workspaces/deleted`,
      undoUntil: "2026-11-25T06:01:00.000Z",
    },
    "workspace-restored": { ...who, workspaceName: "Quán Cà Phê Sài Gòn", link: `${app}/w/quan-ca-phe` },
    "mfa-wanted": { ...who, ...zoned, ...place, from: "2026-12-24T06:01:00.000Z", link: `${app}/account/security` },
    ...sampleOwnership(who),
    "email-address-changed": { ...who, link: `${app}/verify-email#token=z4hc6j`, expiresInHours: 24 },
    invitation: {
      ...who,
      link: `${app}/invitation#token=j8wq4m`,
      workspaceName: "Quán Cà Phê Sài Gòn",
      inviterName: "Trần Minh Đức",
      inviterEmail: "duc@example.com",
      role: "MEMBER",
      expiresInHours: 48,
    },
    "invitation-accepted": {
      ...who,
      workspaceName: "Quán Cà Phê Sài Gòn",
      memberName: "Trần Minh Đức",
      memberEmail: "duc@example.com",
      role: "GUEST",
      link: `${app}/w/quan-ca-phe/members`,
    },
    "invitation-asked": {
      ...who,
      workspaceName: "Quán Cà Phê Sài Gòn",
      askerName: "Trần Minh Đức",
      askerEmail: "duc@example.com",
      link: `${app}/w/quan-ca-phe/members/invitations`,
    },
    "member-role-changed": { ...who, ...place, by: "Trần Minh Đức", before: "MEMBER", role: "ADMIN", link: home },
    "member-removed": { ...who, ...place, by: "Trần Minh Đức", link: app },
    "member-deactivated": { ...who, ...place, by: "Trần Minh Đức", link: app },
    "member-reactivated": { ...who, ...place, by: "Trần Minh Đức", link: home },
    "member-ended": { ...who, ...place, link: app },
    "permission-asked": {
      ...who,
      ...place,
      askedBy: "Trần Minh Đức",
      role: "VIEWER",
      permission: "members.invite",
      link: `${home}/members?q=duc`,
    },
  };
}

/** The links a mail of `template` must hold: those of its props. */
export function linksOf<T extends MailTemplate>(props: MailProps[T]): string[] {
  return Object.entries(props).flatMap(([key, value]) => (/link$/i.test(key) ? [String(value)] : []));
}

const FREE_TEXTS = [
  "workspaceName",
  "deletedBy",
  "why",
  "fromName",
  "toName",
  "by",
  "askedBy",
  "device",
  "place",
  "earlierPlace",
  "country",
  "passkeyName",
  "providerName",
  "tokenName",
  "newEmail",
  "inviterName",
  "inviterEmail",
  "memberName",
  "memberEmail",
  "askerName",
  "askerEmail",
  "email",
];

/** The same mails with `hostile` in every place a person's words can reach. */
export function hostileSamples(hostile: string): Mail[] {
  return Object.entries(samples(hostile)).map(([template, props]) => {
    const free = FREE_TEXTS.filter((key) => key in props);
    return { template, props: { ...props, ...Object.fromEntries(free.map((key) => [key, hostile])) } } as Mail;
  });
}
