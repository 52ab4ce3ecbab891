import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { someMessages } from "#i18n/messages.ts";
import { getPreferences } from "#i18n/preferences.ts";

export default async function AuthLayout({ children }: { children: ReactNode }) {
  const { locale, timeZone } = await getPreferences();
  const messages = someMessages(locale, [
    "access",
    "app",
    "auth",
    "captcha",
    "guard",
    "invitation",
    "links",
    "notices",
    "passkeys",
    "password",
    "providers",
    "states",
  ]);
  return (
    <NextIntlClientProvider locale={locale} timeZone={timeZone} messages={messages}>
      {children}
    </NextIntlClientProvider>
  );
}
