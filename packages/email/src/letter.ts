/** One mail as its reader meets it, before it becomes HTML or text. Every string is inert and ready to be shown. */
export interface Letter {
  lang: string;
  subject: string;
  /** The line an inbox shows after the subject. */
  preheader: string;
  heading: string;
  greeting: string;
  /** What happened. */
  lead: string;
  action: LetterAction | null;
  /** Quieter ways on, below the button. */
  alternatives: LetterAction[];
  /** What a reader checks: time, place, device. */
  facts: LetterFact[];
  /** What to do about it. */
  more: string;
  note: string;
  /** Said before the link written out, for readers whose button does not work. */
  linkIntroduction: string;
  /** Why this person got this mail. */
  reason: string;
  product: { name: string; url: string };
  /** Who knows the place that is shown: its licence (CC BY 4.0) wants to be named. Null where no place is shown. */
  placesBy: LetterAction | null;
}

export interface LetterAction {
  label: string;
  link: string;
}

export interface LetterFact {
  label: string;
  value: string;
}

/** Leaves out what is not known, so that nothing empty is shown. */
export function knownFacts(facts: { label: string; value: string | undefined }[]): LetterFact[] {
  return facts.flatMap(({ label, value }) => (value ? [{ label, value }] : []));
}
