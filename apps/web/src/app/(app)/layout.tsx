import { AppShell } from "@pronaflow/ui/app-shell";
import { Toaster } from "@pronaflow/ui/toast";
import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { NextIntlClientProvider } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { BrandLink } from "#features/auth/brand-link.tsx";
import { AccountMenu } from "#features/shell/account-menu.tsx";
import { CloseSheet } from "#features/shell/close-sheet.tsx";
import { Palette } from "#features/shell/palette.tsx";
import { PendingBanner } from "#features/shell/pending-banner.tsx";
import { ShellNav } from "#features/shell/shell-nav.tsx";
import { WorkspaceSwitcher } from "#features/shell/workspace-switcher.tsx";
import { messagesIn } from "#i18n/messages.ts";
import { getPreferences } from "#i18n/preferences.ts";
import { getMe } from "#session/get-me.ts";
import { StepUp } from "#session/step-up.tsx";
import { ApiProvider } from "#trpc/api-provider.tsx";
import { getQueryClient } from "#trpc/server.ts";

export default async function SignedInLayout({ children }: { children: ReactNode }) {
  // The page itself leads to sign-in: it knows where back to.
  if (!(await getMe())) return children;
  const { locale, timeZone } = await getPreferences();
  const { auth: _auth, docs: _docs, invitation: _invitation, providers: _providers, ...messages } = messagesIn(locale);
  const t = await getTranslations();
  return (
    <NextIntlClientProvider locale={locale} timeZone={timeZone} messages={messages}>
      <ApiProvider>
        <HydrationBoundary state={dehydrate(getQueryClient())}>
          <StepUp>
            <AppShell
              labels={{
                skip: t("app.skip"),
                openMenu: t("shell.openMenu"),
                navigation: t("shell.navigation"),
              }}
              brand={<BrandLink />}
              switcher={<WorkspaceSwitcher />}
              search={<Palette />}
              nav={<ShellNav />}
              account={<AccountMenu />}
              banner={<PendingBanner />}
            >
              {children}
            </AppShell>
            <CloseSheet />
            <Toaster label={t("app.notifications")} closeLabel={t("app.close")} />
          </StepUp>
        </HydrationBoundary>
      </ApiProvider>
    </NextIntlClientProvider>
  );
}
