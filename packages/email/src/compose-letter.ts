import type { Locale } from "@pronaflow/contract";
import { invitationLetters } from "./compose-invitations.ts";
import { composeNotice } from "./compose-notice.ts";
import { ownershipLetters } from "./compose-ownership.ts";
import { standingLetters } from "./compose-standing.ts";
import { inertText } from "./inert-text.ts";
import type { Letter, LetterAction, LetterFact } from "./letter.ts";
import type { MailProduct, MailProps, MailTemplate } from "./mail.ts";
import { mailLink } from "./mail-link.ts";
import type { Messages, Words } from "./messages/messages.ts";
import { messages } from "./messages/messages-by-locale.ts";
import { moment } from "./moment.ts";
import type { NoticeTemplate } from "./notice.ts";
import { NOTICE_TEMPLATES } from "./notice.ts";
import type { OwnershipTemplate } from "./ownership.ts";
import type { StandingTemplate } from "./standing.ts";

/** Writes a mail in its reader's language. Fails with `MailLinkRefused` when a link is not http(s). */
export function composeLetter<T extends MailTemplate>(
  template: T,
  props: MailProps[T],
  locale: Locale,
  product: MailProduct,
): Letter {
  const said = messages[locale];
  const name = inertText(product.name);
  const content = contents[template](inert(props), { said, locale, product: name });
  const { button, subject, preheader, heading, lead, more, note, reason } = content.words;
  return {
    lang: locale,
    ...{ subject, preheader, heading, lead, more, note, reason },
    greeting: said.greeting(inertText(props.displayName)),
    action: content.link === undefined ? null : { label: button, link: mailLink(content.link) },
    alternatives: content.alternatives ?? [],
    facts: content.facts ?? [],
    linkIntroduction: said.linkIntroduction,
    product: { name, url: mailLink(product.url) },
    placesBy: content.showsPlace ? { label: said.placesBy, link: PLACES_LINK } : null,
  };
}

export interface Setting {
  said: Messages;
  locale: Locale;
  product: string;
}

export interface Content {
  words: Words;
  link: string | undefined;
  alternatives?: LetterAction[];
  facts?: LetterFact[];
  showsPlace?: boolean;
}

/** DB-IP Lite is licensed under CC BY 4.0: whoever shows its places links to it. */
const PLACES_LINK = "https://db-ip.com";

type Composers<Templates extends MailTemplate> = {
  [T in Templates]: (props: MailProps[T], setting: Setting) => Content;
};

// Every notice is written by the same hand; fromEntries forgets which name belongs to which properties.
const notices = Object.fromEntries(
  NOTICE_TEMPLATES.map((template) => [
    template,
    (props: MailProps[typeof template], setting: Setting) => composeNotice(template, props, setting),
  ]),
) as Composers<NoticeTemplate>;

const letters: Composers<Exclude<MailTemplate, NoticeTemplate | OwnershipTemplate | StandingTemplate>> = {
  "verify-email": ({ link, expiresInHours: hours }, { said, product }) => ({
    words: said.mails["verify-email"]({ product, hours }),
    link,
  }),
  "already-registered": ({ signInLink, resetLink }, { said, product }) => {
    const words = said.mails["already-registered"]({ product });
    return { words, link: signInLink, alternatives: [{ label: words.alternative, link: mailLink(resetLink) }] };
  },
  "password-reset": ({ link, expiresInMinutes: minutes }, { said, product }) => ({
    words: said.mails["password-reset"]({ product, minutes }),
    link,
  }),
  "account-disowned": ({ link, expiresInMinutes: minutes }, { said, product }) => ({
    words: said.mails["account-disowned"]({ product, minutes }),
    link,
  }),
  "email-change-confirm": ({ link, expiresInHours: hours }, { said, product }) => ({
    words: said.mails["email-change-confirm"]({ product, hours }),
    link,
  }),
  "workspace-deleted": (
    { workspaceName, deletedBy, finalAt, timeZone, undoLink, undoUntil },
    { said, locale, product },
  ) => ({
    words: said.mails["workspace-deleted"]({
      product,
      workspace: workspaceName,
      by: deletedBy,
      until: moment(finalAt, timeZone, locale),
      undoUntil: undoUntil === undefined ? null : moment(undoUntil, timeZone, locale),
    }),
    link: undoLink,
  }),
  "workspace-restored": ({ workspaceName, link }, { said, product }) => ({
    words: said.mails["workspace-restored"]({ product, workspace: workspaceName }),
    link,
  }),
  "mfa-wanted": ({ workspaceName, from, timeZone, link }, { said, locale, product }) => ({
    words: said.mails["mfa-wanted"]({ product, workspace: workspaceName, from: moment(from, timeZone, locale) }),
    link,
  }),
  "email-address-changed": ({ link, expiresInHours: hours }, { said, product }) => ({
    words: said.mails["email-address-changed"]({ product, hours }),
    link,
  }),
  ...invitationLetters,
  "member-role-changed": ({ workspaceName: workspace, by, before, role, link }, { said, product }) => ({
    words: said.mails["member-role-changed"]({ product, workspace, by, before, role }),
    link,
  }),
  "member-removed": ({ workspaceName: workspace, by, link }, { said, product }) => ({
    words: said.mails["member-removed"]({ product, workspace, by }),
    link,
  }),
  "member-deactivated": ({ workspaceName: workspace, by, link }, { said, product }) => ({
    words: said.mails["member-deactivated"]({ product, workspace, by }),
    link,
  }),
  "member-reactivated": ({ workspaceName: workspace, by, link }, { said, product }) => ({
    words: said.mails["member-reactivated"]({ product, workspace, by }),
    link,
  }),
  "member-ended": ({ workspaceName: workspace, link }, { said, product }) => ({
    words: said.mails["member-ended"]({ product, workspace }),
    link,
  }),
  "permission-asked": ({ workspaceName: workspace, askedBy: by, role, permission, link }, { said, product }) => ({
    words: said.mails["permission-asked"]({ product, workspace, by, role, permission }),
    link,
  }),
};

const contents: Composers<MailTemplate> = { ...letters, ...notices, ...ownershipLetters, ...standingLetters };

// Every text of every mail, so that a new template cannot forget one. Links are judged by mailLink instead, and a
// permission's name is one of ours.
function inert<P extends object>(props: P): P {
  const entries = Object.entries(props).map(([key, value]) => {
    const isFreeText = typeof value === "string" && !/(link|^permission)$/i.test(key);
    return [key, isFreeText ? inertText(value) : (value ?? undefined)];
  });
  return Object.fromEntries(entries) as P;
}
