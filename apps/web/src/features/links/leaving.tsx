"use client";

import { AuthPanel } from "@pronaflow/app/auth/auth-panel.tsx";
import { failureText } from "@pronaflow/app/forms/failure-text.ts";
import type { Failure } from "@pronaflow/app/trpc/failure.ts";
import { readFailure } from "@pronaflow/app/trpc/failure.ts";
import { Banner } from "@pronaflow/ui/banner";
import { Button } from "@pronaflow/ui/button";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useState } from "react";
import { guestApi } from "#trpc/guest-api.ts";

/** All that someone can do whose account is on its way out: keep it, or sign out. */
export function Leaving({ finalAt, ...frame }: { finalAt: string; brand: ReactNode; corner: ReactNode }) {
  const t = useTranslations("links.leaving");
  const unreachable = useTranslations("states")("networkFailed");
  const locale = useLocale();
  const format = useFormatter();
  const [pending, setPending] = useState<"keep" | "signOut" | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const date = format.dateTime(new Date(finalAt), { dateStyle: "long", timeStyle: "short" });

  const act = async (which: "keep" | "signOut") => {
    setPending(which);
    try {
      await (which === "keep" ? guestApi.account.deletion.cancel.mutate() : guestApi.auth.logout.mutate());
      window.location.assign(which === "keep" ? "/" : "/sign-in");
    } catch (error) {
      setFailure(readFailure(error));
      setPending(null);
    }
  };

  return (
    <AuthPanel {...frame} title={t("title")} description={t("description", { date })}>
      <div className="grid gap-4">
        {failure ? (
          <Banner tone="danger" live>
            {failureText(failure, locale, unreachable)}
          </Banner>
        ) : null}
        <Button variant="primary" block pending={pending === "keep"} onClick={() => void act("keep")}>
          {t("keep")}
        </Button>
        <Button block pending={pending === "signOut"} onClick={() => void act("signOut")}>
          {t("signOut")}
        </Button>
      </div>
    </AuthPanel>
  );
}
