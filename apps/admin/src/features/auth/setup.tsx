"use client";

import { AuthPanel } from "@pronaflow/app/auth/auth-panel.tsx";
import { forgetLinkToken, useLinkToken } from "@pronaflow/app/auth/use-link-token.ts";
import type { PasswordPolicy } from "@pronaflow/contract";
import { Button } from "@pronaflow/ui/button";
import { Skeleton } from "@pronaflow/ui/skeleton";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useState } from "react";
import { AnotherWayIn } from "./another-way-in.tsx";
import { SetupForm } from "./setup-form.tsx";

interface SetupProps {
  policy: PasswordPolicy;
  strip: ReactNode;
  corner: ReactNode;
}

/** The page of the one-time link: makes the first admin, or says why the link does not. */
export function Setup({ policy, strip, corner }: SetupProps) {
  const t = useTranslations("auth.setup");
  const token = useLinkToken();
  const [spentToken, setSpentToken] = useState<string | null>(null);
  const [madeFor, setMadeFor] = useState<string | null>(null);
  const frame = { strip, corner };

  if (madeFor) {
    return (
      <AuthPanel {...frame} title={t("doneTitle")} description={t("done", { email: madeFor })}>
        <Button asChild variant="primary" block>
          <Link href="/sign-in">{t("signIn")}</Link>
        </Button>
      </AuthPanel>
    );
  }
  const footer = { text: t("haveAccount"), link: t("signIn"), href: "/sign-in" };
  if (token === null || (token && token === spentToken)) {
    const isMissing = token === null;
    return (
      <AuthPanel
        {...frame}
        title={isMissing ? t("missingTitle") : t("spentTitle")}
        description={isMissing ? t("missing") : t("spent")}
        footer={footer}
      >
        <AnotherWayIn />
      </AuthPanel>
    );
  }
  const finish = (email: string) => {
    setMadeFor(email);
    forgetLinkToken();
  };
  return (
    <AuthPanel {...frame} title={t("title")} description={t("description")} footer={footer}>
      {token ? (
        <SetupForm token={token} policy={policy} onDone={finish} onSpent={() => setSpentToken(token)} />
      ) : (
        <Skeleton className="h-96 w-full" />
      )}
    </AuthPanel>
  );
}
