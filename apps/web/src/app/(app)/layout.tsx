import { AppShell } from "@pronaflow/ui/app-shell";
import { Toaster } from "@pronaflow/ui/toast";
import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { NextIntlClientProvider } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { BrandLink } from "#features/auth/brand-link.tsx";
import { AccountMenu } from "#features/shell/account-menu.tsx";
import { CloseSheet } from "#features/shell/close-sheet.tsx";
import { OfferBanner } from "#features/shell/offer-banner.tsx";
import { Palette } from "#features/shell/palette.tsx";
import { PendingBanner } from "#features/shell/pending-banner.tsx";
import { ShellNav } from "#features/shell/shell-nav.tsx";
import { WorkspaceSwitcher } from "#features/shell/workspace-switcher.tsx";
import { messagesIn } from "#i18n/messages.ts";
import { getPreferences } from "#i18n/preferences.ts";
import { getMe } from "#session/get-me.ts";
import { StepUp } from "#session/step-up.tsx";
import { ApiProvider } from "#trpc/api-provider.tsx";
import { getQueryClient, getTrpc } from "#trpc/server.ts";

export default async function SignedInLayout({ children }: { children: ReactNode }) {
  // The page itself leads to sign-in: it knows where back to.
  if (!(await getMe())) return children;
  // Asked for here, so that the banner is in the first response and moves nothing later.
  const [{ locale, timeZone }] = await Promise.all([
    getPreferences(),
    getQueryClient().prefetchQuery(getTrpc().transfers.list.queryOptions()),
  ]);
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
              banner={
                <section
                  aria-label={t("shell.notices")}
                  className="mx-auto grid w-full max-w-256 gap-3 px-(--page-gutter) pt-4 empty:hidden"
                >
                  <PendingBanner />
                  <OfferBanner />
                </section>
              }
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
