import type { Locale } from "@pronaflow/contract";
import { inertText } from "./inert-text.ts";
import type { Letter, LetterAction, LetterFact } from "./letter.ts";
import type { MailProduct, MailProps, MailTemplate } from "./mail.ts";
import { mailLink } from "./mail-link.ts";
import type { Messages, Words } from "./messages/messages.ts";
import { messages } from "./messages/messages-by-locale.ts";
import { moment } from "./moment.ts";

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
    alternative: content.alternative ?? null,
    facts: content.facts ?? [],
    linkIntroduction: said.linkIntroduction,
    product: { name, url: mailLink(product.url) },
  };
}

interface Setting {
  said: Messages;
  locale: Locale;
  product: string;
}

interface Content {
  words: Words;
  link: string | undefined;
  alternative?: LetterAction;
  facts?: LetterFact[];
}

const contents: { [T in MailTemplate]: (props: MailProps[T], setting: Setting) => Content } = {
  "verify-email": ({ link, expiresInHours: hours }, { said, product }) => ({
    words: said.mails["verify-email"]({ product, hours }),
    link,
  }),
  "already-registered": ({ signInLink, resetLink }, { said, product }) => {
    const words = said.mails["already-registered"]({ product });
    return { words, link: signInLink, alternative: { label: words.alternative, link: mailLink(resetLink) } };
  },
  "password-reset": ({ link, expiresInMinutes: minutes }, { said, product }) => ({
    words: said.mails["password-reset"]({ product, minutes }),
    link,
  }),
  "password-reset-done": (props, setting) => ({
    words: setting.said.mails["password-reset-done"]({ product: setting.product }),
    link: props.securityLink,
    facts: circumstances(props, setting),
  }),
  "password-changed": (props, setting) => ({
    words: setting.said.mails["password-changed"]({ product: setting.product }),
    link: props.securityLink,
    facts: circumstances(props, setting),
  }),
  "session-evicted": ({ device, place, lastSeenAt, timeZone, securityLink }, { said, locale, product }) => ({
    words: said.mails["session-evicted"]({ product }),
    link: securityLink,
    facts: known([
      { label: said.facts.device, value: device },
      { label: said.facts.where, value: place },
      { label: said.facts.lastSeen, value: moment(lastSeenAt, timeZone, locale) },
    ]),
  }),
  "workspace-deleted": ({ workspaceName, deletedBy, finalAt, timeZone, undoLink }, { said, locale, product }) => ({
    words: said.mails["workspace-deleted"]({
      product,
      workspace: workspaceName,
      by: deletedBy,
      until: moment(finalAt, timeZone, locale),
      canUndo: undoLink !== undefined,
    }),
    link: undoLink,
  }),
  "workspace-restored": ({ workspaceName, link }, { said, product }) => ({
    words: said.mails["workspace-restored"]({ product, workspace: workspaceName }),
    link,
  }),
  "email-address-changed": ({ link, expiresInHours: hours }, { said, product }) => ({
    words: said.mails["email-address-changed"]({ product, hours }),
    link,
  }),
};

function circumstances(props: MailProps["password-changed"], { said, locale }: Setting): LetterFact[] {
  return known([
    { label: said.facts.when, value: moment(props.at, props.timeZone, locale) },
    { label: said.facts.device, value: props.device },
    { label: said.facts.where, value: props.place },
  ]);
}

function known(facts: { label: string; value: string | undefined }[]): LetterFact[] {
  return facts.flatMap(({ label, value }) => (value ? [{ label, value }] : []));
}

// Every text of every mail, so that a new template cannot forget one. Links are judged by mailLink instead.
function inert<P extends object>(props: P): P {
  const entries = Object.entries(props).map(([key, value]) => {
    const isFreeText = typeof value === "string" && !/link$/i.test(key);
    return [key, isFreeText ? inertText(value) : (value ?? undefined)];
  });
  return Object.fromEntries(entries) as P;
}
