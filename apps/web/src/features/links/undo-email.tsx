"use client";

import { AuthPanel } from "@pronaflow/app/auth/auth-panel.tsx";
import { forgetLinkToken, useLinkToken } from "@pronaflow/app/auth/use-link-token.ts";
import type { Failure } from "@pronaflow/app/trpc/failure.ts";
import { readFailure } from "@pronaflow/app/trpc/failure.ts";
import { Button } from "@pronaflow/ui/button";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useState } from "react";
import { guestApi } from "#trpc/guest-api.ts";
import { LinkPanel } from "./link-panel.tsx";

type Done = "cancelled" | "restored" | "approved";

/** The page of the link at the old address: it takes the change back, or approves it. */
export function UndoEmail(frame: { brand: ReactNode; corner: ReactNode }) {
  const t = useTranslations("links");
  const token = useLinkToken();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState<"undo" | "approve" | null>(null);
  const [done, setDone] = useState<Done | null>(null);

  const act = async (which: "undo" | "approve", linkToken: string) => {
    setPending(which);
    try {
      const input = { token: linkToken };
      const { undo, approve } = guestApi.account.emailChange;
      setDone(which === "undo" ? (await undo.mutate(input)).status : (await approve.mutate(input)) && "approved");
      forgetLinkToken();
    } catch (error) {
      setFailure(readFailure(error));
    }
    setPending(null);
  };

  if (done) {
    return (
      <AuthPanel {...frame} title={t(`undo.${done}`)} description={t(`undo.${done}Text`)}>
        <Button asChild variant="primary" block>
          <Link href={done === "approved" ? "/sign-in" : "/forgot-password"}>
            {done === "approved" ? t("signIn") : t("undo.reset")}
          </Link>
        </Button>
      </AuthPanel>
    );
  }
  return (
    <LinkPanel {...frame} title={t("undo.title")} description={t("undo.description")} token={token} failure={failure}>
      {(whole) => (
        <>
          <Button variant="primary" block pending={pending === "undo"} onClick={() => void act("undo", whole)}>
            {t("undo.submit")}
          </Button>
          <Button block pending={pending === "approve"} onClick={() => void act("approve", whole)}>
            {t("undo.approve")}
          </Button>
        </>
      )}
    </LinkPanel>
  );
}
