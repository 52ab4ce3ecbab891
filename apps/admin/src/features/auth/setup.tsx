"use client";

import type { PasswordPolicy } from "@pronaflow/contract";
import { Banner } from "@pronaflow/ui/banner";
import { Button } from "@pronaflow/ui/button";
import { Skeleton } from "@pronaflow/ui/skeleton";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConsoleCard } from "./console-card.tsx";
import { SetupForm } from "./setup-form.tsx";
import { forgetLinkToken, useLinkToken } from "./use-link-token.ts";

/** The page of the first-admin link. */
export function Setup({ policy }: { policy: PasswordPolicy }) {
  const t = useTranslations("auth");
  const token = useLinkToken();
  const [isDone, setDone] = useState(false);

  const finish = () => {
    setDone(true);
    forgetLinkToken();
  };
  const toSignIn = (
    <Button asChild variant="primary" block>
      <Link href="/sign-in">{t("toSignIn")}</Link>
    </Button>
  );

  if (isDone) {
    return (
      <ConsoleCard title={t("setupDoneTitle")} description={t("setupDone")}>
        {toSignIn}
      </ConsoleCard>
    );
  }
  return (
    <ConsoleCard title={t("setupTitle")} description={token === null ? undefined : t("setupText")}>
      {token === undefined ? <Skeleton className="h-40 w-full" /> : null}
      {token === null ? (
        <div className="grid gap-4">
          <Banner tone="warning">{t("setupMissing")}</Banner>
          {toSignIn}
        </div>
      ) : null}
      {token ? <SetupForm token={token} policy={policy} onDone={finish} /> : null}
    </ConsoleCard>
  );
}
