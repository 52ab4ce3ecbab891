import type { Messages } from "./messages.ts";

export const invitationsEn: Pick<Messages["mails"], "invitation" | "invitation-accepted" | "invitation-asked"> = {
  invitation: ({ product, workspace, by, role, hours }) => ({
    subject: `You're invited to ${workspace} on ${product}`,
    preheader: `${by} invites you to join as ${role}.`,
    heading: `Join ${workspace}`,
    lead: `${by} invites you to the workspace ${workspace} on ${product}, as ${role}.`,
    more: "The link opens a page where you accept or decline. Nothing happens before you choose. Check below who invites you: only join workspaces of people you know.",
    button: "See the invitation",
    note: `The link works once, and for ${hours} hours. It is meant for this address alone.`,
    reason: `You got this mail because someone entered this address to invite you on ${product}. If you don't know them, ignore it or decline.`,
  }),
  "invitation-accepted": ({ product, workspace, who, role }) => ({
    subject: `${who} joined ${workspace}`,
    preheader: "Your invitation was accepted.",
    heading: `${who} joined ${workspace}`,
    lead: `${who} accepted your invitation and is now in ${workspace}, as ${role}.`,
    more: "If this is not who you meant to invite, remove them on the members page.",
    button: "See the members",
    note: "You may be asked to sign in first.",
    reason: `You got this mail because you invited this person on ${product}.`,
  }),
  "invitation-asked": ({ product, workspace, who }) => ({
    subject: `${who} asks for an invitation to ${workspace}`,
    preheader: "They opened an invitation that they could not use.",
    heading: `${who} asks for an invitation`,
    lead: `${who} opened an invitation to ${workspace} that ran out or was sent to another address, and asks you for a new one.`,
    more: "If you know them, invite the address below. If not, there is nothing to do: they cannot enter without an invitation.",
    button: "Open the invitations",
    note: "We tell them nothing about what you decide.",
    reason: `You got this mail because you may invite people to ${workspace} on ${product}.`,
  }),
};
