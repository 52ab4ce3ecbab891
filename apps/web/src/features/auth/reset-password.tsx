"use client";

import { AuthPanel } from "@pronaflow/app/auth/auth-panel.tsx";
import { forgetLinkToken, useLinkToken } from "@pronaflow/app/auth/use-link-token.ts";
import type { PasswordPolicy } from "@pronaflow/contract";
import { Banner } from "@pronaflow/ui/banner";
import { Button } from "@pronaflow/ui/button";
import { Skeleton } from "@pronaflow/ui/skeleton";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useState } from "react";
import { ResetPasswordForm } from "./reset-password-form.tsx";

interface ResetPasswordProps {
  policy: PasswordPolicy;
  brand: ReactNode;
  corner: ReactNode;
}

/** The page of the reset link. */
export function ResetPassword({ policy, brand, corner }: ResetPasswordProps) {
  const t = useTranslations("auth.reset");
  const token = useLinkToken();
  const [isDone, setDone] = useState(false);

  const finish = () => {
    setDone(true);
    forgetLinkToken();
  };

  if (isDone) {
    return (
      <AuthPanel brand={brand} corner={corner} title={t("doneTitle")} description={t("done")}>
        <Button asChild variant="primary" block>
          <Link href="/sign-in">{t("signIn")}</Link>
        </Button>
      </AuthPanel>
    );
  }
  return (
    <AuthPanel
      brand={brand}
      corner={corner}
      title={t("title")}
      description={token === null ? undefined : t("description")}
    >
      {token === undefined ? <Skeleton className="h-40 w-full" /> : null}
      {token === null ? (
        <div className="grid gap-4">
          <Banner tone="warning">{t("missing")}</Banner>
          <Button asChild variant="primary" block>
            <Link href="/forgot-password">{t("newLink")}</Link>
          </Button>
        </div>
      ) : null}
      {token ? <ResetPasswordForm token={token} policy={policy} onDone={finish} /> : null}
    </AuthPanel>
  );
}
