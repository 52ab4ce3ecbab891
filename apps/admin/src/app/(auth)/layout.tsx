import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { someMessages } from "#i18n/messages.ts";
import { getPreferences } from "#i18n/preferences.ts";
import { ApiProvider } from "#trpc/api-provider.tsx";

export default async function AuthLayout({ children }: { children: ReactNode }) {
  const { locale, timeZone } = await getPreferences();
  const messages = someMessages(locale, ["app", "auth", "captcha", "factors", "passkeys", "password", "states"]);
  return (
    <NextIntlClientProvider locale={locale} timeZone={timeZone} messages={messages}>
      <ApiProvider>{children}</ApiProvider>
    </NextIntlClientProvider>
  );
}
