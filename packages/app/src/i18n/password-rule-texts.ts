import type { Locale, PasswordRule } from "@pronaflow/contract";
import { describeField, PASSWORD_RULES } from "@pronaflow/contract";

/**
 * The rules of a new password in words: those of the server's refusals, handed to the page with its other words, so that
 * the table of all fields' failures (2 KB in each language) is fetched with the first failure and not with the page.
 */
export function passwordRuleTexts(locale: Locale): Record<PasswordRule, string> {
  const texts = PASSWORD_RULES.map((code) => [code, describeField(code, locale)]);
  return Object.fromEntries(texts) as Record<PasswordRule, string>;
}
