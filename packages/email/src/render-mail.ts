import type { Locale } from "@pronaflow/contract";
import { render } from "@react-email/render";
import { createElement } from "react";
import { composeLetter } from "./compose-letter.ts";
import { LetterHtml } from "./letter-html.tsx";
import { letterText } from "./letter-text.ts";
import type { MailProduct, MailProps, MailTemplate } from "./mail.ts";

export interface RenderedMail {
  /** One line, inert, without any secret. */
  subject: string;
  html: string;
  text: string;
}

/**
 * Renders a mail in `locale`: names are inert in all three parts (ASVS 1.3.11), times are in the props' zone, the
 * zone named. Pure: the same input gives the same mail. Fails with `MailLinkRefused` when a link is not http(s).
 */
export async function renderMail<T extends MailTemplate>(mail: {
  template: T;
  props: MailProps[T];
  locale: Locale;
  product: MailProduct;
}): Promise<RenderedMail> {
  const letter = composeLetter(mail.template, mail.props, mail.locale, mail.product);
  const html = await render(createElement(LetterHtml, { letter }));
  return { subject: letter.subject, html, text: letterText(letter) };
}
