"use client";

import { Button } from "@pronaflow/ui/button";
import { useTranslations } from "next-intl";
import { guestApi } from "#trpc/guest-api.ts";
import { forgetInvitationToken } from "./invitation-token.ts";
import type { useAct } from "./use-act.ts";

interface DeclineButtonProps {
  token: string;
  acting: ReturnType<typeof useAct>;
  onDeclined: () => void;
}

/** Says no, signed in or not. */
export function DeclineButton({ token, acting, onDeclined }: DeclineButtonProps) {
  const t = useTranslations("invitation");
  const decline = async () => {
    if (!(await acting.act(() => guestApi.invitations.decline.mutate({ token })))) return;
    forgetInvitationToken();
    onDeclined();
  };
  return (
    <Button block variant="ghost" disabled={acting.isPending} onClick={() => void decline()}>
      {t("decline")}
    </Button>
  );
}
