import type { OwnershipMessages } from "./ownership-messages.ts";

const reason = (workspace: string, product: string) =>
  `You got this mail because you are a member of ${workspace} in ${product}.`;

export const ownershipEn: OwnershipMessages = {
  "ownership-offered": ({ product, workspace, from, until }) => ({
    subject: `${from} offers you ownership of ${workspace}`,
    preheader: `You can accept until ${until}.`,
    heading: `Ownership of ${workspace} is offered to you`,
    lead: `${from} wants to hand the workspace ${workspace} over to you. As its owner you can do everything in it, including its billing and its deletion; ${from} becomes an admin.`,
    more: `Nothing changes before you accept. The offer stands until ${until}.`,
    button: "See the offer",
    note: "You may be asked to sign in first. If you did not expect this, decline it there.",
    reason: reason(workspace, product),
  }),
  "ownership-offer-made": ({ product, workspace, from, to, until }) => ({
    subject: `Ownership of ${workspace} was offered to ${to}`,
    preheader: `It can be accepted until ${until}.`,
    heading: `Ownership of ${workspace} was offered to ${to}`,
    lead: `${from} offered their ownership of the workspace ${workspace} to ${to}. Once ${to} accepts, ${to} is an owner and ${from} an admin.`,
    more: `Nothing changes before that. The offer stands until ${until}; any owner can take it back until then.`,
    button: "See who owns it",
    note: "If you did not expect this, take the offer back and talk to the other owners.",
    reason: `You got this mail because you own ${workspace} in ${product}.`,
  }),
  "ownership-transferred": ({ product, workspace, from, to }) => ({
    subject: `${to} now owns ${workspace}`,
    preheader: `${from} is an admin now.`,
    heading: `${to} now owns ${workspace}`,
    lead: `${to} accepted the ownership of the workspace ${workspace} that ${from} had offered. ${from} is an admin of it now.`,
    more: "Nothing else changed: members, settings and content are as they were.",
    button: "Open workspace",
    note: "If you did not expect this, talk to the owners of the workspace.",
    reason: reason(workspace, product),
  }),
  "ownership-offer-ended": ({ product, workspace, to, how }) => ({
    subject: ended[how].subject(workspace, to),
    preheader: `${workspace} is owned by the same people as before.`,
    heading: ended[how].subject(workspace, to),
    lead: ended[how].lead(workspace, to),
    more: `${workspace} is owned by the same people as before.`,
    button: "Open workspace",
    note: "You may be asked to sign in first.",
    reason: reason(workspace, product),
  }),
  "ownership-succeeded": ({ product, workspace, from, to }) => ({
    subject: `${to} is an owner of ${workspace}`,
    preheader: `The account of ${from} was closed or suspended.`,
    heading: `${to} is an owner of ${workspace}`,
    lead: `The account of ${from}, who owned the workspace ${workspace}, was closed or suspended. ${to} is an owner of it now.`,
    more: "Nothing else changed: members, settings and content are as they were.",
    button: "See who owns it",
    note: "An owner can name an heir, who takes over when their account goes.",
    reason: reason(workspace, product),
  }),
};

const ended = {
  DECLINED: {
    subject: (workspace: string, to: string) => `${to} declined ownership of ${workspace}`,
    lead: (workspace: string, to: string) => `${to} does not want to take over the workspace ${workspace}.`,
  },
  CANCELLED: {
    subject: (workspace: string) => `The offer of ${workspace} was taken back`,
    lead: (workspace: string) => `The ownership of the workspace ${workspace} is no longer offered to you.`,
  },
  EXPIRED: {
    subject: (workspace: string) => `The offer of ${workspace} ran out`,
    lead: (workspace: string, to: string) =>
      `${to} did not accept the ownership of the workspace ${workspace} within 7 days. You can offer it again.`,
  },
};
