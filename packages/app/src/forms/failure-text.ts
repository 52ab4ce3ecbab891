import type { Locale } from "@pronaflow/contract";
import { describeError, describeField, ERRORS } from "@pronaflow/contract";
import type { Failure } from "../trpc/failure.ts";

// Loaded with the words of failures, not with the page.
export { offerOn } from "./refusal-offers.ts";

/** What a person reads about a failed call; `unreachable` is for a call that got no answer. */
export function failureText(failure: Failure, locale: Locale, unreachable: string): string {
  if (failure.code === null) return unreachable;
  const code = Object.hasOwn(ERRORS, failure.code) ? failure.code : "INTERNAL";
  const text = describeError(code, failure.meta, locale);
  return code === "INTERNAL" && failure.requestId ? `${text} (${failure.requestId})` : text;
}

/** The sentences of the server's refusals by field. */
export function fieldTexts(failure: Failure, locale: Locale): [path: string, text: string][] {
  return Object.entries(failure.fields).map(([path, codes]) => [
    path,
    codes.map((code) => describeField(code, locale)).join(" "),
  ]);
}
