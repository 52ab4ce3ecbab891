import type { Content, Setting } from "./compose-letter.ts";
import { knownFacts } from "./letter.ts";
import { moment } from "./moment.ts";
import type { StandingProps, StandingTemplate } from "./standing.ts";

/** How each mail on what the console's people did to an account is written. */
export const standingLetters: {
  [T in StandingTemplate]: (props: StandingProps[T], setting: Setting) => Content;
} = {
  "account-suspended": ({ why, until, timeZone, link }, { said, locale, product }) => {
    const end = until === undefined ? undefined : moment(until, timeZone, locale);
    return {
      words: said.mails["account-suspended"]({ product, until: end ?? null }),
      link,
      facts: knownFacts([
        { label: said.standingFacts.why, value: why },
        { label: said.standingFacts.until, value: end },
      ]),
    };
  },
  "account-reactivated": ({ link }, { said, product }) => ({
    words: said.mails["account-reactivated"]({ product }),
    link,
  }),
  "sessions-ended": ({ count, why, link }, { said, product }) => ({
    words: said.mails["sessions-ended"]({ product, count }),
    link,
    facts: knownFacts([{ label: said.standingFacts.why, value: why }]),
  }),
};
