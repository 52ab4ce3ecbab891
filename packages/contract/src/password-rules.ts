import type { FieldErrorCode } from "./field-errors.ts";

/** `classic` is the composition policy; `length` accepts any composition from 15 characters on (NIST SP 800-63B-4 §3.1.1.2). */
export type PasswordPolicy = "classic" | "length";

export const PASSWORD_MIN = 12;
export const PASSWORD_MIN_LENGTH_POLICY = 15;
export const PASSWORD_MAX = 128;

/** Every rule a new password can be refused by; the last two only the server judges. */
export const PASSWORD_RULES = [
  "PASSWORD_TOO_SHORT",
  "PASSWORD_TOO_SHORT_FOR_POLICY",
  "PASSWORD_TOO_LONG",
  "PASSWORD_UPPER",
  "PASSWORD_LOWER",
  "PASSWORD_DIGIT",
  "PASSWORD_SPECIAL",
  "PASSWORD_CONTEXT",
  "PASSWORD_COMMON",
  "PASSWORD_REUSED",
] as const satisfies readonly FieldErrorCode[];
export type PasswordRule = (typeof PASSWORD_RULES)[number];

export interface PasswordContext {
  policy: PasswordPolicy;
  email?: string | undefined;
  username?: string | undefined;
}

/** Each rule that can be judged without a list or a history, with whether the password meets it. */
export function passwordRules(password: string, context: PasswordContext): { code: PasswordRule; isMet: boolean }[] {
  const text = password.normalize("NFC");
  const length = [...text].length;
  const rules: { code: PasswordRule; isMet: boolean }[] = [];
  if (context.policy === "length") {
    rules.push({ code: "PASSWORD_TOO_SHORT_FOR_POLICY", isMet: length >= PASSWORD_MIN_LENGTH_POLICY });
  } else {
    rules.push(
      { code: "PASSWORD_TOO_SHORT", isMet: length >= PASSWORD_MIN },
      { code: "PASSWORD_UPPER", isMet: /\p{Lu}/u.test(text) },
      { code: "PASSWORD_LOWER", isMet: /\p{Ll}/u.test(text) },
      { code: "PASSWORD_DIGIT", isMet: /\p{Nd}/u.test(text) },
      { code: "PASSWORD_SPECIAL", isMet: /[^\p{L}\p{N}]/u.test(text) },
    );
  }
  if (length > PASSWORD_MAX) rules.push({ code: "PASSWORD_TOO_LONG", isMet: false });
  rules.push({ code: "PASSWORD_CONTEXT", isMet: length > 0 && !isBuiltOnContext(text, context) });
  return rules;
}

/** The codes of the rules that are not met, all at once. */
export function unmetPasswordRules(password: string, context: PasswordContext): PasswordRule[] {
  return passwordRules(password, context)
    .filter((rule) => !rule.isMet)
    .map((rule) => rule.code);
}

/** A rough strength from 0 to 4 for the meter: variety and length, capped while a rule is unmet. */
export function passwordStrength(password: string, context: PasswordContext): 0 | 1 | 2 | 3 | 4 {
  const characters = [...password.normalize("NFC")];
  const variety = new Set(characters.map((character) => character.toLowerCase())).size;
  const bits = Math.min(characters.length, variety * 2) * Math.log2(Math.max(variety, 1) + 8);
  if (characters.length === 0) return 0;
  if (bits < 30 || unmetPasswordRules(password, context).length > 0) return 1;
  if (bits < 50) return 2;
  return bits < 75 ? 3 : 4;
}

// Folds the usual disguises, so that `Pr0naFl0w` is seen as the product's name.
const folds: Record<string, string> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

function fold(text: string): string {
  return [...text.toLowerCase()]
    .map((character) => folds[character] ?? character)
    .join("")
    .replace(/[^\p{L}\p{N}]/gu, "");
}

function isBuiltOnContext(password: string, context: PasswordContext): boolean {
  const folded = fold(password);
  const words = ["pronaflow", context.username ?? "", (context.email ?? "").split("@")[0] ?? ""];
  return words.map(fold).some((word) => [...word].length >= 4 && folded.includes(word));
}
