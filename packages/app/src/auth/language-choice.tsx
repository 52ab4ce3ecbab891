"use client";

import { LOCALES } from "@pronaflow/contract";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { LOCALE_COOKIE } from "../i18n/locale-cookie.ts";
import { localeNames } from "../i18n/locale-names.ts";

const KEPT_FOR_SECONDS = 31_536_000;

/** Switches the language of pages before sign-in. The native list: it costs nothing and suits every device. */
export function LanguageChoice() {
  const t = useTranslations("app");
  const locale = useLocale();
  const router = useRouter();

  const choose = (chosen: string) => {
    // biome-ignore lint/suspicious/noDocumentCookie: the cookie store API is not in every browser yet
    document.cookie = `${LOCALE_COOKIE}=${chosen}; Path=/; Max-Age=${KEPT_FOR_SECONDS}; SameSite=Lax`;
    router.refresh();
  };

  return (
    <select
      aria-label={t("language")}
      value={locale}
      onChange={(event) => choose(event.target.value)}
      className="h-10 rounded-md bg-transparent px-2 text-muted-foreground transition-colors hover:text-foreground sm:h-7"
    >
      {LOCALES.map((known) => (
        <option key={known} value={known} lang={known} className="bg-popover text-foreground">
          {localeNames[known]}
        </option>
      ))}
    </select>
  );
}
