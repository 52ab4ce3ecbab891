import type { StandingMails } from "./messages.ts";

/** The English mails on what the console's people did to an account. */
export const standingEn: StandingMails = {
  "account-suspended": ({ product, until }) => ({
    subject: `Your ${product} account was suspended`,
    preheader: until ? `Until ${until}.` : "Until further notice.",
    heading: "Your account was suspended",
    lead: `The people who run ${product} suspended your account. You were signed out everywhere and cannot sign in ${until ? `before ${until}` : "until they lift it"}.`,
    more: "Your data stays as it is. Workspaces that only you owned have a new owner for the time being; you own them as well once you are back. Access tokens work again then, too.",
    button: `Open ${product}`,
    note: "If you think this is a mistake, reply to this mail and say why.",
    reason: `You got this mail because it is about your account in ${product}.`,
  }),
  "account-reactivated": ({ product }) => ({
    subject: `Your ${product} account is open again`,
    preheader: "You can sign in as before.",
    heading: "Your account is open again",
    lead: `The suspension of your ${product} account was lifted. You can sign in with the same password and second step as before.`,
    more: "Devices that were spared the second step are asked for it once more.",
    button: "Sign in",
    note: "Links that were mailed to you before the suspension no longer work. Ask for new ones.",
    reason: `You got this mail because it is about your account in ${product}.`,
  }),
  "sessions-ended": ({ product, count }) => ({
    subject: `You were signed out of ${product}`,
    preheader: count === 1 ? "One session was ended." : `${count} sessions were ended.`,
    heading: "You were signed out",
    lead: `The people who run ${product} ended ${count === 1 ? "one of your sessions" : `${count} of your sessions`}. You can sign in again at once.`,
    more: "Look through your devices and recent activity, and change your password if something there is not yours.",
    button: "Check your account",
    note: "If you have a question, reply to this mail.",
    reason: `You got this mail because it is about your account in ${product}.`,
  }),
};
