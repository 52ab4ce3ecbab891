"use client";

import { AuthPanel } from "@pronaflow/app/auth/auth-panel.tsx";
import type { PasswordPolicy } from "@pronaflow/contract";
import type { ProviderChoice } from "@pronaflow/contract/outputs/providers";
import { Banner } from "@pronaflow/ui/banner";
import { Button } from "@pronaflow/ui/button";
import { Skeleton } from "@pronaflow/ui/skeleton";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { CheckInbox } from "#features/auth/check-inbox.tsx";
import { DeclineButton } from "./decline-button.tsx";
import { Declined } from "./declined.tsx";
import { forgetInvitationToken } from "./invitation-token.ts";
import type { OfferProps } from "./offer-props.ts";
import { OfferWords } from "./offer-words.tsx";
import { useAct } from "./use-act.ts";
import { WaysToJoin } from "./ways-to-join.tsx";

// Those who have an account never need the form.
const SignUpForm = lazy(async () => ({ default: (await import("#features/auth/sign-up-form.tsx")).SignUpForm }));

type Stage = "offer" | "register" | "declined" | "inbox";

interface OfferToGuestProps extends OfferProps {
  policy: PasswordPolicy;
  providers: readonly ProviderChoice[];
}

/** To someone who is not signed in: an account in one step, or through sign-in or a provider and back. */
export function OfferToGuest({ token, offer, frame, policy, providers }: OfferToGuestProps) {
  const t = useTranslations("invitation");
  const inbox = useTranslations("auth.inbox");
  const acting = useAct();
  const [stage, setStage] = useState<Stage>("offer");
  const { email, workspaceName: workspace } = offer;

  const join = ({ slug }: { slug: string }) => {
    forgetInvitationToken();
    window.location.assign(`/w/${slug}`);
  };

  if (stage === "declined") return <Declined frame={frame} />;
  if (stage === "inbox") {
    return (
      <AuthPanel {...frame} title={inbox("title")} description={inbox("sentTo", { email })}>
        <CheckInbox email={email} onOtherAddress={() => setStage("offer")} />
      </AuthPanel>
    );
  }
  if (stage === "register") {
    return (
      <AuthPanel {...frame} title={t("registerTitle")} description={t("registerText", { workspace })}>
        <Suspense fallback={<Skeleton className="h-64 w-full" />}>
          <SignUpForm policy={policy} invitation={{ token, email, onJoined: join }} onSent={() => setStage("inbox")} />
        </Suspense>
        <Button variant="ghost" block className="mt-2" onClick={() => setStage("offer")}>
          {t("back")}
        </Button>
      </AuthPanel>
    );
  }
  return (
    <AuthPanel {...frame} title={t("join", { workspace })}>
      <div className="grid grid-cols-1 gap-4">
        <OfferWords offer={offer} />
        {acting.failed ? (
          <Banner tone="danger" live>
            {acting.failed}
          </Banner>
        ) : null}
        <WaysToJoin providers={providers} onRegister={() => setStage("register")} />
        <DeclineButton token={token} acting={acting} onDeclined={() => setStage("declined")} />
      </div>
    </AuthPanel>
  );
}
