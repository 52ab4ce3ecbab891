"use client";

import { AuthPanel } from "@pronaflow/app/auth/auth-panel.tsx";
import { Banner } from "@pronaflow/ui/banner";
import { Button } from "@pronaflow/ui/button";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { guestApi } from "#trpc/guest-api.ts";
import { DeclineButton } from "./decline-button.tsx";
import { Declined } from "./declined.tsx";
import { forgetInvitationToken } from "./invitation-token.ts";
import type { OfferProps } from "./offer-props.ts";
import { OfferWords } from "./offer-words.tsx";
import { useAct } from "./use-act.ts";

/** To the one it is for, signed in: yes or no. */
export function OfferToInvited({ token, offer, frame }: OfferProps) {
  const t = useTranslations("invitation");
  const acting = useAct();
  const [isDeclined, setDeclined] = useState(false);

  const accept = () =>
    acting.act(async () => {
      const { slug } = await guestApi.invitations.accept.mutate({ token });
      forgetInvitationToken();
      window.location.assign(`/w/${slug}`);
    });

  if (isDeclined) return <Declined frame={frame} />;
  return (
    <AuthPanel {...frame} title={t("join", { workspace: offer.workspaceName })}>
      <div className="grid grid-cols-1 gap-4">
        <OfferWords offer={offer} />
        {acting.failed ? (
          <Banner tone="danger" live>
            {acting.failed}
          </Banner>
        ) : null}
        <Button variant="primary" block pending={acting.isPending} onClick={() => void accept()}>
          {t("accept")}
        </Button>
        <DeclineButton token={token} acting={acting} onDeclined={() => setDeclined(true)} />
      </div>
    </AuthPanel>
  );
}
