"use client";

import { PageHeader } from "@pronaflow/ui/page-header";
import { TextLink } from "@pronaflow/ui/text-link";
import { useSuspenseQuery } from "@tanstack/react-query";
import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ActHistory } from "#features/history/act-history.tsx";
import { useTRPC } from "#trpc/context.ts";
import { AccountAttempts } from "./account-attempts.tsx";
import { AccountBanners } from "./account-banners.tsx";
import { AccountFacts } from "./account-facts.tsx";
import { AccountSessions } from "./account-sessions.tsx";
import { AccountStatus } from "./account-status.tsx";
import { AccountWaysIn } from "./account-ways-in.tsx";
import { AccountWorkspaces } from "./account-workspaces.tsx";
import { ActButton } from "./act-button.tsx";

interface AccountViewProps {
  id: string;
  /** The server's clock when it rendered, ISO 8601. */
  now: string;
}

/** One account in full, and what may be done to it. */
export function AccountView({ id, now }: AccountViewProps) {
  const t = useTranslations("accounts");
  const { data: account } = useSuspenseQuery(useTRPC().accounts.get.queryOptions({ id }));
  const act = account.suspension ? "reactivate" : "suspend";
  return (
    <>
      <PageHeader
        back={
          <TextLink asChild>
            <Link href="/accounts" className="inline-flex items-center gap-1">
              <ChevronLeft aria-hidden className="size-4" />
              {t("detail.back")}
            </Link>
          </TextLink>
        }
        title={account.displayName}
        aside={<AccountStatus status={account.status} />}
        actions={
          <>
            <ActButton account={account} act={{ kind: "endSessions" }}>
              {t("endSessions.open")}
            </ActButton>
            <ActButton
              key={act}
              account={account}
              act={{ kind: act }}
              variant={act === "suspend" ? "danger" : "primary"}
            >
              {t(`${act}.open`)}
            </ActButton>
          </>
        }
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <AccountBanners account={account} />
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
            <AccountSessions account={account} now={now} />
            <AccountAttempts attempts={account.attempts} now={now} />
          </div>
          <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
            <AccountFacts account={account} now={now} />
            <AccountWaysIn waysIn={account.waysIn} />
            <AccountWorkspaces workspaces={account.workspaces} />
          </div>
        </div>
        <ActHistory history={account.history} now={now} />
      </div>
    </>
  );
}
