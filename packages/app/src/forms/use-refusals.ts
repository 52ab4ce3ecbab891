"use client";

import { useLocale, useTranslations } from "next-intl";
import type { FieldPath, FieldValues, UseFormReturn } from "react-hook-form";
import type { Failure } from "../trpc/failure.ts";
import { readFailure } from "../trpc/failure.ts";

// Codes that are about one field of the form, whatever the form.
const FIELD_OF: Record<string, readonly string[]> = {
  USERNAME_TAKEN: ["username"],
  SLUG_TAKEN: ["slug"],
  CURRENT_PASSWORD_WRONG: ["currentPassword", "password"],
  FACTOR_WRONG: ["code", "backupCode"],
  PASSWORD_REFUSED: ["password", "newPassword"],
};

/**
 * Runs a form's call and puts what the server refuses where it belongs: beside a field, or into the form's one banner.
 * Resolves with the failure, or null when the call went through.
 */
export function useRefusals<Values extends FieldValues, Output extends FieldValues>(
  form: UseFormReturn<Values, unknown, Output>,
): (call: () => Promise<unknown>) => Promise<Failure | null> {
  const locale = useLocale();
  const t = useTranslations("states");

  return async (call) => {
    try {
      await call();
      return null;
    } catch (error) {
      const failure = readFailure(error);
      // The words for all failures come with the first one, not with the page. Offline there are only the page's own.
      const words = await import("./failure-text.ts").catch(() => null);
      if (!words) {
        form.setError("root", { type: "server", message: t("networkFailed") });
        return failure;
      }
      const { failureText, fieldTexts, offerOn } = words;
      const text = (await offerOn(failure))?.text ?? failureText(failure, locale, t("networkFailed"));
      const known = (path: string): path is FieldPath<Values> => Object.hasOwn(form.getValues(), path);
      // What is wrong with one of a list is said beside the list.
      const shown = ([path, message]: [string, string]) =>
        [known(path) ? path : (path.split(".", 1)[0] ?? ""), message] as const;
      const named = (FIELD_OF[failure.code ?? ""] ?? []).find(known);
      const fields = named
        ? [[named, text] as const]
        : fieldTexts(failure, locale)
            .map(shown)
            .filter(([path]) => known(path));
      for (const [path, message] of fields) form.setError(path as FieldPath<Values>, { type: "server", message });
      if (fields.length === 0) form.setError("root", { type: "server", message: text });
      return failure;
    }
  };
}
