import { invitationsEn } from "./invitations-en.ts";
import { membersEn } from "./members-en.ts";
import type { Messages } from "./messages.ts";
import { noticesEn } from "./notices-en.ts";
import { ownershipEn } from "./ownership-en.ts";
import { standingEn } from "./standing-en.ts";

const count = (n: number, unit: string) => (n === 1 ? `1 ${unit}` : `${n} ${unit}s`);

export const en: Messages = {
  greeting: (name) => (name === "" ? "Hello," : `Hello ${name},`),
  linkIntroduction: "If the button does not work, open this link in your browser:",
  facts: { when: "When", where: "Near", device: "Device", lastSeen: "Last active" },
  invitationFacts: { invitedBy: "Invited by", workspace: "Workspace", role: "Role", address: "Email address" },
  standingFacts: { why: "Reason", until: "Until" },
  roles: { OWNER: "Owner", ADMIN: "Admin", MEMBER: "Member", VIEWER: "Viewer", GUEST: "Guest" },
  placesBy: "IP geolocation by DB-IP",
  notices: noticesEn,
  mails: {
    ...ownershipEn,
    ...invitationsEn,
    ...membersEn,
    ...standingEn,
    "verify-email": ({ product, hours }) => ({
      subject: `Verify your email address for ${product}`,
      preheader: "One step left before you can sign in.",
      heading: "Verify your email address",
      lead: `Confirm that this address is yours, and your ${product} account is ready to use.`,
      more: "The link opens a page with one button to press. Nothing is confirmed before you press it.",
      button: "Verify email address",
      note: `The link works once, and for ${count(hours, "hour")}.`,
      reason: `You got this mail because someone signed up for ${product} with this address. If it was not you, ignore it: without this step the account stays closed.`,
    }),
    "already-registered": ({ product }) => ({
      subject: `You already have a ${product} account`,
      preheader: "Someone tried to sign up with your address.",
      heading: "You already have an account",
      lead: `Someone tried to create a ${product} account with this address, but it already has one. If it was you, sign in instead.`,
      more: "If it was not you, there is nothing to do. Your account has not changed, and whoever tried was not told that it exists.",
      button: "Sign in",
      alternative: "Forgot your password? Reset it",
      note: "We never ask for your password by mail.",
      reason: `You got this mail because someone entered this address in the sign-up form of ${product}.`,
    }),
    "password-reset": ({ product, minutes }) => ({
      subject: `Reset your ${product} password`,
      preheader: `The link works for ${count(minutes, "minute")}.`,
      heading: "Reset your password",
      lead: `Someone asked to reset the password of your ${product} account. To choose a new one, open the link below.`,
      more: "When you save the new password, you are signed out on all your devices.",
      button: "Choose a new password",
      note: `The link works once, and for ${count(minutes, "minute")}. A newer link replaces it.`,
      reason:
        "You got this mail because a password reset was requested for this address. If it was not you, ignore it: your password stays as it is.",
    }),
    "account-disowned": ({ product, minutes }) => ({
      subject: `Choose a new password for ${product}`,
      preheader: "Your account is secured. This is the way back in.",
      heading: "Your account is secured",
      lead: `You told us that it was not you. Every session of your ${product} account has ended, its tokens are void, and its password no longer signs in.`,
      more: "Choose a new password to come back in. If someone may be reading your mail, secure your mailbox first.",
      button: "Choose a new password",
      note: `The link works once, and for ${count(minutes, "minute")}. After that, ask for another one on the sign-in page.`,
      reason: `You got this mail because someone pressed “This wasn't me” in a security mail of your ${product} account.`,
    }),
    "email-change-confirm": ({ product, hours }) => ({
      subject: `Confirm your new email address for ${product}`,
      preheader: "Your account keeps the old one until you do.",
      heading: "Confirm your new email address",
      lead: `Someone asked to move their ${product} account to this address. Confirm that it is yours, and the account changes over.`,
      more: "The link opens a page with one button to press. Nothing changes before you press it. The old address is told, too.",
      button: "Confirm email address",
      note: `The link works once, and for ${count(hours, "hour")}.`,
      reason: `You got this mail because someone gave this address for their ${product} account. If it was not you, ignore it: nothing happens without this step.`,
    }),
    "workspace-deleted": ({ product, workspace, by, until, undoUntil }) => ({
      subject: `${workspace} was deleted`,
      preheader: `It can be restored until ${until}.`,
      heading: `${workspace} was deleted`,
      lead: `${by} deleted the workspace ${workspace}. Nobody can open it now, and everything in it is kept until ${until}.`,
      more: undoUntil
        ? `Until ${undoUntil} you can undo this yourself. From then on, a system admin can restore it. At the end it is erased for good.`
        : "Until then it can be brought back as it was: ask an owner of the workspace. After that, it is erased for good.",
      button: "Undo the deletion",
      note: "Restoring brings back its members, settings and content.",
      reason: `You got this mail because you are a member of ${workspace} in ${product}.`,
    }),
    "workspace-restored": ({ product, workspace }) => ({
      subject: `${workspace} was restored`,
      preheader: "Everything is back where it was.",
      heading: `${workspace} was restored`,
      lead: `The workspace ${workspace} was deleted and has now been restored. Its members, settings and content are back as they were.`,
      more: "It is no longer due to be erased.",
      button: "Open workspace",
      note: "You may be asked to sign in first.",
      reason: `You got this mail because you are a member of ${workspace} in ${product}.`,
    }),
    "mfa-wanted": ({ product, workspace, from }) => ({
      subject: `${workspace} will need two-step sign-in`,
      preheader: `From ${from} on. Setting it up takes two minutes.`,
      heading: "Set up two-step sign-in",
      lead: `From ${from} on, the workspace ${workspace} opens only to people who sign in with a second step, and your account has none yet.`,
      more: "Set it up now with an authenticator app. Nothing else changes, and your other workspaces stay open as they are.",
      button: "Set up two-step sign-in",
      note: "Access tokens of yours stop opening this workspace too, until you have done it.",
      reason: `You got this mail because you are a member of ${workspace} in ${product}.`,
    }),
    "email-address-changed": ({ product, hours }) => ({
      subject: `Verify your new email address for ${product}`,
      preheader: "Your account now waits for this address.",
      heading: "Verify your new email address",
      lead: `The ${product} account you are opening was moved to this address before it was verified. Confirm that the address is yours to finish.`,
      more: "Links sent to the earlier address no longer work.",
      button: "Verify email address",
      note: `The link works once, and for ${count(hours, "hour")}.`,
      reason: `You got this mail because someone gave this address for a new ${product} account. If it was not you, ignore it: without this step the account stays closed.`,
    }),
  },
};
