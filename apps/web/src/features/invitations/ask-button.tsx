"use client";

import { Banner } from "@pronaflow/ui/banner";
import { Button } from "@pronaflow/ui/button";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { guestApi } from "#trpc/guest-api.ts";
import { useAct } from "./use-act.ts";

/** Asks the inviter for an invitation to the address that one is signed in with. */
export function AskButton({ token, ownEmail }: { token: string; ownEmail: string }) {
  const t = useTranslations("invitation");
  const { act, isPending, failed } = useAct();
  const [isAsked, setAsked] = useState(false);

  const ask = async () => {
    if (await act(() => guestApi.invitations.ask.mutate({ token }))) setAsked(true);
  };

  if (isAsked) {
    return (
      <Banner tone="success" live title={t("asked")}>
        {t("askedText", { email: ownEmail })}
      </Banner>
    );
  }
  return (
    <>
      {failed ? (
        <Banner tone="danger" live>
          {failed}
        </Banner>
      ) : null}
      <Button block pending={isPending} onClick={() => void ask()}>
        {t("ask")}
      </Button>
    </>
  );
}
