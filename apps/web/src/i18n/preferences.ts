import { LOCALE_COOKIE } from "@pronaflow/app/i18n/locale-cookie.ts";
import type { Locale } from "@pronaflow/contract";
import { LOCALES, pickLocale } from "@pronaflow/contract";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { getMe } from "#session/get-me.ts";

export interface Preferences {
  locale: Locale;
  timeZone: string;
}

/** Language and zone of this request: the account's, else the language chosen here before, else the browser's. */
export const getPreferences = cache(async (): Promise<Preferences> => {
  // Words are needed to say that the database is down, too.
  const me = await getMe().catch(() => null);
  if (me) return { locale: me.user.locale, timeZone: me.user.timeZone };
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  const locale = LOCALES.find((known) => known === chosen) ?? pickLocale((await headers()).get("accept-language"));
  return { locale, timeZone: "UTC" };
});
