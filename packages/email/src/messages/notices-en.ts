import type { SystemRole } from "@pronaflow/contract";
import type { NoticeMessages } from "./messages.ts";

const more = "If it was you, there is nothing to do. If it was not, tell us with the button below.";

const ROLES: Record<SystemRole, string> = {
  USER: "no role",
  SUPPORT: "Support",
  ADMIN: "Admin",
  SUPERADMIN: "Superadmin",
};

export const noticesEn: NoticeMessages = {
  notMe: "This wasn't me",
  more,
  note: "“This wasn't me” opens a page with one button. It ends every session, takes back a change of your address or of how you sign in, and keeps your password from signing in until you choose a new one. It works once, and for 72 hours.",
  security: "Review account security",
  reason: ({ product }) =>
    `You got this mail because it is about the security of your ${product} account. Mails like this cannot be turned off. We never ask for your password by mail.`,
  facts: {
    passkey: "Passkey",
    provider: "Account",
    token: "Token",
    runsOut: "Runs out",
    newAddress: "New address",
    earlier: "Before that",
    newSignIn: "New sign-in",
  },
  mails: {
    "new-device": ({ product }) => ({
      subject: `New sign-in to your ${product} account`,
      preheader: "From a device that had not been used before.",
      heading: "New sign-in to your account",
      lead: `Your ${product} account was signed in to from a device that had not been used before.`,
    }),
    "new-country": ({ product, country }) => ({
      subject: `Your ${product} account was used from ${country}`,
      preheader: "Nobody had signed in to it from there before.",
      heading: "Sign-in from a new country",
      lead: `Your ${product} account was signed in to from ${country}, where it had not been used before. Changes to your account ask for your password again.`,
    }),
    "impossible-travel": ({ product, earlierPlace, kilometers }) => ({
      subject: `Unusual sign-in to your ${product} account`,
      preheader: "Two places, too far apart for the time between.",
      heading: "Two sign-ins, too far apart",
      lead: `Someone signed in to your ${product} account ${kilometers} km away from ${earlierPlace}, where it had been used shortly before. Nobody travels that fast.`,
      more: "A VPN or a mobile network can look like this. If you do not know one of the two sign-ins, tell us with the button below.",
    }),
    "session-evicted": ({ product }) => ({
      subject: `You were signed out of ${product} on one device`,
      preheader: "A new sign-in took the place of your oldest session.",
      heading: "You were signed out on one device",
      lead: `You signed in to ${product} and had reached the number of sessions an account may have. The oldest, on the device below, was ended to make room.`,
      more: "If you do not know the new sign-in, tell us with the button below.",
    }),
    "sign-in-locked": ({ product, lockedUntil, time }) => ({
      subject: `Sign-in to your ${product} account is locked`,
      preheader: "Too many wrong passwords. You can unlock it now.",
      heading: "Sign-in is locked for now",
      lead: `A wrong password was entered for your ${product} account several times. To protect it, signing in with the password is locked until ${time(lockedUntil)}.`,
      more: "If it was you, unlock it now. Where you are signed in, you stay signed in.",
      button: "Unlock sign-in",
    }),
    "password-changed": ({ product }) => ({
      subject: `Your ${product} password was changed`,
      preheader: "If it was not you, act now.",
      heading: "Your password was changed",
      lead: `The password of your ${product} account was changed by someone who was signed in and knew the old one. Your other sessions were ended.`,
    }),
    "password-reset-done": ({ product }) => ({
      subject: `Your ${product} password was reset`,
      preheader: "You have been signed out everywhere.",
      heading: "Your password was reset",
      lead: `The password of your ${product} account was reset with a link sent to this address. All sessions were ended, so sign in again with the new password.`,
      more: "If it was not you, someone can read your mail. Secure your mailbox first, then tell us with the button below.",
    }),
    "password-disabled": ({ product }) => ({
      subject: `Your ${product} password no longer signs in`,
      preheader: "Too many wrong tries. Choose a new password.",
      heading: "Choose a new password",
      lead: `After a hundred wrong tries in a row, the password of your ${product} account no longer signs in. Where you are signed in, you stay signed in.`,
      more: "Someone may be trying to guess it. A new password puts an end to that.",
      button: "Choose a new password",
    }),
    "mfa-enabled": ({ product }) => ({
      subject: `Two-step sign-in is on for your ${product} account`,
      preheader: "Signing in now asks for a code, too.",
      heading: "Two-step sign-in is on",
      lead: `Signing in to your ${product} account now asks for a code from your authenticator app. Keep your backup codes somewhere safe.`,
    }),
    "mfa-disabled": ({ product }) => ({
      subject: `Two-step sign-in is off for your ${product} account`,
      preheader: "Signing in no longer asks for a code.",
      heading: "Two-step sign-in is off",
      lead: `Signing in to your ${product} account no longer asks for a code. Your backup codes are void.`,
    }),
    "factor-reset-by-admin": ({ product }) => ({
      subject: `Two-step sign-in of your ${product} account was reset`,
      preheader: "An administrator did this. Set it up again.",
      heading: "Two-step sign-in was reset",
      lead: `An administrator removed the authenticator app and the backup codes of your ${product} account. You will be asked to set up two-step sign-in again.`,
      more: "If you did not ask for it, tell us with the button below.",
    }),
    "backup-codes-regenerated": ({ product }) => ({
      subject: `New backup codes for your ${product} account`,
      preheader: "The old ones no longer work.",
      heading: "You have new backup codes",
      lead: `New backup codes were made for your ${product} account. The old ones no longer work.`,
    }),
    "backup-code-used": ({ product, remaining }) => ({
      subject: `A backup code of your ${product} account was used`,
      preheader: remaining === 1 ? "One is left." : `${remaining} are left.`,
      heading: "A backup code was used",
      lead: `A backup code was used in place of a code from your authenticator app. ${remaining === 1 ? "One code is left" : `${remaining} codes are left`} for your ${product} account.`,
      more:
        remaining <= 2
          ? "If it was you, make new backup codes soon. If it was not, tell us with the button below."
          : more,
    }),
    "passkey-added": ({ product }) => ({
      subject: `A passkey was added to your ${product} account`,
      preheader: "It can sign in from now on.",
      heading: "A passkey was added",
      lead: `A new passkey can sign in to your ${product} account.`,
    }),
    "passkey-removed": ({ product }) => ({
      subject: `A passkey was removed from your ${product} account`,
      preheader: "It can no longer sign in.",
      heading: "A passkey was removed",
      lead: `A passkey can no longer sign in to your ${product} account.`,
    }),
    "provider-linked": ({ product, providerName }) => ({
      subject: `${providerName} was linked to your ${product} account`,
      preheader: `You can sign in with ${providerName} from now on.`,
      heading: `${providerName} was linked`,
      lead: `An account at ${providerName} can sign in to your ${product} account.`,
    }),
    "provider-unlinked": ({ product, providerName }) => ({
      subject: `${providerName} was unlinked from your ${product} account`,
      preheader: `You can no longer sign in with ${providerName}.`,
      heading: `${providerName} was unlinked`,
      lead: `Your account at ${providerName} can no longer sign in to your ${product} account.`,
    }),
    "token-created": ({ product }) => ({
      subject: `A token was made for your ${product} account`,
      preheader: "A program can act in your name with it.",
      heading: "A personal access token was made",
      lead: `With it, a program can act in your name in ${product}, as far as its permissions go.`,
    }),
    "token-revoked": ({ product }) => ({
      subject: `A token of your ${product} account was revoked`,
      preheader: "Programs that used it are locked out.",
      heading: "A personal access token was revoked",
      lead: `Programs that used it can no longer act in your name in ${product}.`,
    }),
    "email-change-requested": ({ product }) => ({
      subject: `Your ${product} account is to get another address`,
      preheader: "Nothing has changed yet. You can stop it.",
      heading: "A new email address was asked for",
      lead: `Someone who is signed in asked to move your ${product} account to another email address. It changes when the new address is confirmed.`,
      more: "If it was you, confirm it from the new mailbox. If you changed your mind, stop it here.",
      button: "Stop the change",
    }),
    "email-changed": ({ product }) => ({
      subject: `The email address of your ${product} account changed`,
      preheader: "You can undo it for 72 hours.",
      heading: "Your email address was changed",
      lead: `Your ${product} account has another email address now. Mail for it no longer comes here.`,
      more: "If it was you, there is nothing to do. For 72 hours, this address can take the account back.",
      button: "Undo the change",
    }),
    "email-change-undone": ({ product, email }) => ({
      subject: `The change of your ${product} address was undone`,
      preheader: "Your account has its earlier address.",
      heading: "The change of address was undone",
      lead: `Your ${product} account has the address ${email} again, and the other one is worth nothing to it.`,
    }),
    "deletion-scheduled": ({ product, finalAt, time }) => ({
      subject: `Your ${product} account is due to be deleted`,
      preheader: "You can still keep it.",
      heading: "Your account will be deleted",
      lead: `Your ${product} account is closed and will be erased for good on ${time(finalAt)}.`,
      more: "Until then you can come back, and everything is as it was.",
      button: "Keep my account",
    }),
    "deletion-cancelled": ({ product }) => ({
      subject: `Your ${product} account stays`,
      preheader: "It is no longer due to be deleted.",
      heading: "Your account stays",
      lead: `Your ${product} account is no longer due to be deleted. Everything is as it was.`,
    }),
    "system-role-changed": ({ product, before, role }) =>
      role === "USER"
        ? {
            subject: `You no longer have a role in the ${product} console`,
            preheader: "An administrator took it away.",
            heading: "You have no role in the console any more",
            lead: `An administrator took away your role of ${ROLES[before]} in the ${product} console. You were signed out there. Your own account is as it was.`,
            more: "If you think this is a mistake, ask whoever runs it.",
          }
        : {
            subject: `Your role in the ${product} console: ${ROLES[role]}`,
            preheader: `Before: ${ROLES[before]}.`,
            heading: `Your role in the console: ${ROLES[role]}`,
            lead: `An administrator changed your role in the ${product} console from ${ROLES[before]} to ${ROLES[role]}.`,
            more: "You sign in there with your own account and two factors; where there is no second one yet, the console sets it up with you. If you did not expect this and do not recognise what your account did, tell us with “This wasn't me”.",
            button: "Open the console",
          },
    "export-ready": ({ product, expiresAt, time }) => ({
      subject: `Your ${product} data is ready`,
      preheader: "Sign in to download it.",
      heading: "Your data is ready to download",
      lead: `The copy of your ${product} data that you asked for is ready. You can download it until ${time(expiresAt)}.`,
      more: "You will be asked to sign in and to confirm that it is you.",
      button: "Go to the download",
    }),
  },
};
