import { useFormatter, useLocale, useTranslations } from "next-intl";
import { fieldName, fieldValue } from "./field-words.ts";

/** How an entry's fields and values read to a person. */
export function useFieldWords(names: ReadonlyMap<string, string>) {
  const words = {
    t: useTranslations("log"),
    access: useTranslations("access"),
    format: useFormatter(),
    locale: useLocale(),
    names,
  };
  return {
    name: (field: string) => fieldName(words, field),
    value: (given: unknown, field: string) => fieldValue(words, given, field),
  };
}
