import { AdminShell } from "@pronaflow/ui/admin-shell";
import { Toaster } from "@pronaflow/ui/toast";
import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { NextIntlClientProvider } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { appUrl } from "#env.ts";
import { AccountMenu } from "#features/shell/account-menu.tsx";
import { BrandLink } from "#features/shell/brand-link.tsx";
import { ShellNav } from "#features/shell/shell-nav.tsx";
import { messagesIn } from "#i18n/messages.ts";
import { getPreferences } from "#i18n/preferences.ts";
import { getMe } from "#session/get-me.ts";
import { StepUp } from "#session/step-up.tsx";
import { ApiProvider } from "#trpc/api-provider.tsx";
import { getQueryClient } from "#trpc/server.ts";

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  // The page itself leads to sign-in: it knows where back to.
  if (!(await getMe())) return children;
  const { locale, timeZone } = await getPreferences();
  const { auth: _auth, ...messages } = messagesIn(locale);
  const t = await getTranslations();
  return (
    <NextIntlClientProvider locale={locale} timeZone={timeZone} messages={messages}>
      <ApiProvider>
        <HydrationBoundary state={dehydrate(getQueryClient())}>
          <StepUp>
            <AdminShell
              labels={{
                skip: t("app.skip"),
                openMenu: t("shell.openMenu"),
                navigation: t("shell.navigation"),
              }}
              brand={<BrandLink />}
              marker={t("app.marker")}
              stripEnd={<span className="truncate">{t("app.governs", { host: new URL(appUrl()).host })}</span>}
              nav={<ShellNav />}
              account={<AccountMenu />}
            >
              {children}
            </AdminShell>
            <Toaster label={t("app.notifications")} closeLabel={t("app.close")} />
          </StepUp>
        </HydrationBoundary>
      </ApiProvider>
    </NextIntlClientProvider>
  );
}
