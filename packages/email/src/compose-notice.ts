import type { Locale } from "@pronaflow/contract";
import type { LetterAction, LetterFact } from "./letter.ts";
import { knownFacts } from "./letter.ts";
import { mailLink } from "./mail-link.ts";
import type { Messages, NoticeWords, Words } from "./messages/messages.ts";
import { moment } from "./moment.ts";
import type { NoticeFacts, NoticeProps, NoticeTemplate } from "./notice.ts";

export interface NoticeContent {
  words: Words;
  link: string;
  alternatives: LetterAction[];
  facts: LetterFact[];
  showsPlace: boolean;
}

/**
 * What a security notice says: what happened, when and where, and the two ways on. "This wasn't me" is the button, unless
 * the notice has a first act of its own; then it stands below it.
 */
export function composeNotice<T extends NoticeTemplate>(
  template: T,
  props: NoticeProps[T],
  { said, locale, product }: { said: Messages; locale: Locale; product: string },
): NoticeContent {
  const { notices, facts: labels } = said;
  const time = (iso: string) => moment(iso, props.timeZone, locale);
  const words: NoticeWords = notices.mails[template]({ ...props, product, time });
  const own = actOf[template]?.(props);
  const notMe = { label: notices.notMe, link: mailLink(props.notMeLink) };
  const security = { label: notices.security, link: mailLink(props.securityLink) };
  return {
    words: {
      ...words,
      more: words.more ?? notices.more,
      button: words.button ?? notices.notMe,
      note: notices.note,
      reason: notices.reason({ product }),
    },
    link: own ?? props.notMeLink,
    alternatives: own ? [notMe, security] : [security],
    facts: knownFacts([
      ...(factsOf[template]?.(props, { ...labels, ...notices.facts }, time) ?? []),
      // The device and the place are those of the session that was ended; the time is that of the one that ended it.
      { label: template === "session-evicted" ? notices.facts.newSignIn : labels.when, value: time(props.at) },
      { label: labels.device, value: props.device },
      { label: labels.where, value: props.place },
    ]),
    showsPlace: props.place !== undefined || template === "impossible-travel",
  };
}

type Labels = Messages["facts"] & Messages["notices"]["facts"];
type Facts = { label: string; value: string | undefined }[];

/** The first act of the notices that have one of their own. */
const actOf: { [T in NoticeTemplate]?: (facts: NoticeFacts[T]) => string | undefined } = {
  "sign-in-locked": ({ unlockLink }) => unlockLink,
  "password-disabled": ({ resetLink }) => resetLink,
  "email-change-requested": ({ undoLink }) => undoLink,
  "email-changed": ({ undoLink }) => undoLink,
  "deletion-scheduled": ({ returnLink }) => returnLink,
  "system-role-changed": ({ consoleLink }) => consoleLink,
  "export-ready": ({ downloadLink }) => downloadLink,
};

const passkey = ({ passkeyName }: { passkeyName: string }, labels: Labels): Facts => [
  { label: labels.passkey, value: passkeyName },
];
const provider = ({ providerName }: { providerName: string }, labels: Labels): Facts => [
  { label: labels.provider, value: providerName },
];
const newAddress = ({ newEmail }: { newEmail: string }, labels: Labels): Facts => [
  { label: labels.newAddress, value: newEmail },
];

const factsOf: {
  [T in NoticeTemplate]?: (facts: NoticeFacts[T], labels: Labels, time: (iso: string) => string) => Facts;
} = {
  "impossible-travel": ({ earlierPlace, earlierAt }, { earlier }, time) => [
    { label: earlier, value: `${earlierPlace}, ${time(earlierAt)}` },
  ],
  "session-evicted": ({ lastSeenAt }, { lastSeen }, time) => [{ label: lastSeen, value: time(lastSeenAt) }],
  "passkey-added": passkey,
  "passkey-removed": passkey,
  "provider-linked": provider,
  "provider-unlinked": provider,
  "token-created": ({ tokenName, expiresAt }, labels, time) => [
    { label: labels.token, value: tokenName },
    { label: labels.runsOut, value: expiresAt && time(expiresAt) },
  ],
  "token-revoked": ({ tokenName }, { token }) => [{ label: token, value: tokenName }],
  "email-change-requested": newAddress,
  "email-changed": newAddress,
};
