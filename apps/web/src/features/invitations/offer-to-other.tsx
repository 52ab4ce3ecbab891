"use client";

import { AuthPanel } from "@pronaflow/app/auth/auth-panel.tsx";
import { Banner } from "@pronaflow/ui/banner";
import { Button } from "@pronaflow/ui/button";
import { useTranslations } from "next-intl";
import { guestApi } from "#trpc/guest-api.ts";
import { AskButton } from "./ask-button.tsx";
import type { OfferProps } from "./offer-props.ts";
import { OfferWords } from "./offer-words.tsx";
import { useAct } from "./use-act.ts";

/** To someone signed in with another address: the way to the right account, or to an invitation of their own. */
export function OfferToOther({ token, offer, frame, ownEmail }: OfferProps & { ownEmail: string }) {
  const t = useTranslations("invitation");
  const { act, isPending, failed } = useAct();

  const switchAccount = () =>
    act(async () => {
      await guestApi.auth.logout.mutate();
      window.location.assign("/sign-in?next=/invitation");
    });

  return (
    <AuthPanel {...frame} title={t("join", { workspace: offer.workspaceName })}>
      <div className="grid grid-cols-1 gap-4">
        <OfferWords offer={offer} />
        <Banner tone="warning">
          <span className="wrap-anywhere">{t("other", { email: ownEmail, invited: offer.email })}</span>
        </Banner>
        {failed ? (
          <Banner tone="danger" live>
            {failed}
          </Banner>
        ) : null}
        <Button variant="primary" block pending={isPending} onClick={() => void switchAccount()}>
          {t("switch")}
        </Button>
        <AskButton token={token} ownEmail={ownEmail} />
      </div>
    </AuthPanel>
  );
}
