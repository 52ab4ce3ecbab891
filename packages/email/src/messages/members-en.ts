import type { Permission, Role } from "@pronaflow/contract";
import type { MemberMails } from "./messages.ts";

const ROLES: Record<Role, string> = {
  OWNER: "Owner",
  ADMIN: "Admin",
  MEMBER: "Member",
  VIEWER: "Viewer",
  GUEST: "Guest",
};

/** What someone would like to be able to do. */
const ACTS: Record<Permission, string> = {
  "workspace.view": "open the workspace",
  "workspace.update": "change the workspace's name and address",
  "workspace.delete": "delete the workspace",
  "ownership.transfer": "set the workspace's security policy or hand it over",
  "settings.view": "see the workspace's settings",
  "settings.update": "change the workspace's settings",
  "branding.update": "change the workspace's look",
  "billing.view": "see billing",
  "billing.manage": "manage billing",
  "members.view": "see the members",
  "members.invite": "invite people",
  "members.update": "change the members' roles",
  "members.remove": "remove members",
  "audit.view": "see the access log",
};

/** The English mails about a place in a workspace. */
export const membersEn: MemberMails = {
  "member-role-changed": ({ product, workspace, by, before, role }) => ({
    subject: `You are now ${ROLES[role]} of ${workspace}`,
    preheader: `Your role was ${ROLES[before]} until now.`,
    heading: `You are now ${ROLES[role]}`,
    lead: `${by} changed your role in ${workspace} from ${ROLES[before]} to ${ROLES[role]}.`,
    more: "What you may do there changed with it, at once and on every device.",
    button: "Open workspace",
    note: "If this looks wrong to you, talk to an Owner of the workspace.",
    reason: `You got this mail because you are a member of ${workspace} in ${product}.`,
  }),
  "member-removed": ({ product, workspace, by }) => ({
    subject: `You were removed from ${workspace}`,
    preheader: "You can no longer open this workspace.",
    heading: `You were removed from ${workspace}`,
    lead: `${by} removed you from the workspace ${workspace}. You can no longer open it, and your access tokens no longer reach it.`,
    more: "Your account and your other workspaces are as they were.",
    button: `Open ${product}`,
    note: "If this was a mistake, ask someone there to invite you again.",
    reason: `You got this mail because you were a member of ${workspace} in ${product}.`,
  }),
  "member-deactivated": ({ product, workspace, by }) => ({
    subject: `Your access to ${workspace} was switched off`,
    preheader: "Your place and your role are kept.",
    heading: "Your access was switched off",
    lead: `${by} switched off your access to the workspace ${workspace}. You cannot open it for now, and your access tokens do not reach it.`,
    more: "Your place and your role are kept, and can be switched on again.",
    button: `Open ${product}`,
    note: "If this was a mistake, talk to an Owner or Admin of the workspace.",
    reason: `You got this mail because you are a member of ${workspace} in ${product}.`,
  }),
  "member-reactivated": ({ product, workspace, by }) => ({
    subject: `Your access to ${workspace} is back`,
    preheader: "You can open the workspace again.",
    heading: "Your access is back",
    lead: `${by} switched your access to the workspace ${workspace} on again, with the role you had.`,
    more: "You can open it again from every device.",
    button: "Open workspace",
    note: "You may be asked to sign in first.",
    reason: `You got this mail because you are a member of ${workspace} in ${product}.`,
  }),
  "member-ended": ({ product, workspace }) => ({
    subject: `Your time as a Guest of ${workspace} is over`,
    preheader: "The end date that was set has come.",
    heading: "Your time as a Guest is over",
    lead: `You were a Guest of the workspace ${workspace} until a date that has now come. You can no longer open it.`,
    more: "Your account and your other workspaces are as they were.",
    button: `Open ${product}`,
    note: "To stay longer, ask an Owner or Admin of the workspace.",
    reason: `You got this mail because you were a Guest of ${workspace} in ${product}.`,
  }),
  "permission-asked": ({ product, workspace, by, role, permission }) => ({
    subject: `${by} asks for a permission in ${workspace}`,
    preheader: `They would like to ${ACTS[permission]}.`,
    heading: "Someone asks for a permission",
    lead: `${by}, ${ROLES[role]} of ${workspace}, would like to ${ACTS[permission]}. Their role does not allow it.`,
    more: "You can give them another role, or do it for them. If you do neither, nothing changes.",
    button: "Show member",
    note: "They can ask for the same permission once a day.",
    reason: `You got this mail because you manage members of ${workspace} in ${product}.`,
  }),
};
