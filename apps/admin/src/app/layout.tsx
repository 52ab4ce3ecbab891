import "./globals.css";
import { ThemeProvider } from "@pronaflow/ui/theme-provider";
import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { someMessages } from "#i18n/messages.ts";
import { getPreferences } from "#i18n/preferences.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("app");
  return {
    title: { default: t("title"), template: t("titleTemplate", { page: "%s" }) },
    description: t("description"),
    robots: { index: false },
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const requestHeaders = await headers();
  const { locale, timeZone } = await getPreferences();
  const fonts = `${GeistSans.variable} ${GeistMono.variable}`;
  return (
    // The theme's class is set before React wakes.
    <html lang={locale} data-app="admin" className={fonts} suppressHydrationWarning>
      <head>
        <meta name="request-id" content={requestHeaders.get("x-pf-request-id") ?? ""} />
      </head>
      <body className="font-sans">
        <ThemeProvider nonce={requestHeaders.get("x-pf-nonce") ?? undefined}>
          <NextIntlClientProvider
            locale={locale}
            timeZone={timeZone}
            messages={someMessages(locale, ["states", "app"])}
          >
            {children}
          </NextIntlClientProvider>
        </ThemeProvider>
      </body>
    </html>
  );
}
