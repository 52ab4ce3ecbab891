"use client";

import { AuthPanel } from "@pronaflow/app/auth/auth-panel.tsx";
import { forgetLinkToken, useLinkToken } from "@pronaflow/app/auth/use-link-token.ts";
import type { Failure } from "@pronaflow/app/trpc/failure.ts";
import { readFailure } from "@pronaflow/app/trpc/failure.ts";
import { Button } from "@pronaflow/ui/button";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useState } from "react";
import { guestApi } from "#trpc/guest-api.ts";
import { LinkPanel } from "./link-panel.tsx";

/** The page of the link that went to a new address: the button makes it the account's. */
export function ConfirmEmail({ isSignedIn, ...frame }: { isSignedIn: boolean; brand: ReactNode; corner: ReactNode }) {
  const t = useTranslations("links");
  const token = useLinkToken();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isPending, setPending] = useState(false);
  const [email, setEmail] = useState<string | null>(null);

  const confirm = async (linkToken: string) => {
    setPending(true);
    try {
      setEmail((await guestApi.account.emailChange.confirm.mutate({ token: linkToken })).email);
      forgetLinkToken();
    } catch (error) {
      setFailure(readFailure(error));
    }
    setPending(false);
  };

  if (email !== null) {
    return (
      <AuthPanel {...frame} title={t("confirm.done")} description={t("confirm.doneText", { email })}>
        <Button asChild variant="primary" block>
          <a href="/account">{isSignedIn ? t("toAccount") : t("signIn")}</a>
        </Button>
      </AuthPanel>
    );
  }
  return (
    <LinkPanel
      {...frame}
      title={t("confirm.title")}
      description={t("confirm.description")}
      token={token}
      failure={failure}
    >
      {(whole) => (
        <Button variant="primary" block pending={isPending} onClick={() => void confirm(whole)}>
          {t("confirm.submit")}
        </Button>
      )}
    </LinkPanel>
  );
}
