import type { Locale } from "@pronaflow/contract";
import type { Messages, Words } from "./messages/messages.ts";
import { moment } from "./moment.ts";
import type { OwnershipProps, OwnershipTemplate } from "./ownership.ts";

interface Setting {
  said: Messages;
  locale: Locale;
  product: string;
}

/** How each mail on who owns a workspace is written. */
export const ownershipLetters: {
  [T in OwnershipTemplate]: (props: OwnershipProps[T], setting: Setting) => { words: Words; link: string };
} = {
  "ownership-offered": (props, { said, locale, product }) => ({
    words: said.mails["ownership-offered"]({ ...named(props, product), until: until(props, locale) }),
    link: props.link,
  }),
  "ownership-offer-made": (props, { said, locale, product }) => ({
    words: said.mails["ownership-offer-made"]({ ...named(props, product), until: until(props, locale) }),
    link: props.link,
  }),
  "ownership-transferred": (props, { said, product }) => ({
    words: said.mails["ownership-transferred"](named(props, product)),
    link: props.link,
  }),
  "ownership-offer-ended": ({ workspaceName, toName, how, link }, { said, product }) => ({
    words: said.mails["ownership-offer-ended"]({ product, workspace: workspaceName, to: toName, how }),
    link,
  }),
  "ownership-succeeded": (props, { said, product }) => ({
    words: said.mails["ownership-succeeded"](named(props, product)),
    link: props.link,
  }),
};

function named(props: { workspaceName: string; fromName: string; toName: string }, product: string) {
  return { product, workspace: props.workspaceName, from: props.fromName, to: props.toName };
}

function until({ expiresAt, timeZone }: { expiresAt: string; timeZone: string }, locale: Locale): string {
  return moment(expiresAt, timeZone, locale);
}
