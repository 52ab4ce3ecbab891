"use client";

import type { Invitation } from "@pronaflow/contract/outputs/invitations";
import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { Button } from "@pronaflow/ui/button";
import { ConfirmDialog } from "@pronaflow/ui/confirm-dialog";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCan } from "#features/access/use-can.ts";
import { onlyOwnersGive } from "./only-owners-give.ts";
import type { useInvitationActs } from "./use-invitation-acts.ts";

interface InvitationActsProps {
  workspace: WorkspaceDetail;
  invitation: Invitation;
  isOpen: boolean;
  acts: ReturnType<typeof useInvitationActs>;
  /** A link to hand over, where no mail carries it. */
  onLink: (link: string | null) => void;
}

/** The buttons of a row: what is over for good has none. */
export function InvitationActs({ workspace, invitation, isOpen, acts, onLink }: InvitationActsProps) {
  const t = useTranslations("invitations");
  const app = useTranslations("app");
  const [isAsking, setAsking] = useState(false);
  const { email, role, status, isMine } = invitation;
  const { whyNot } = useCan(workspace, "members.update");
  const notMine = onlyOwnersGive(role) ? t("notGiven") : `${t("notYours")} ${whyNot ?? ""}`;
  const blocked = isMine ? null : notMine;
  const canResend = isOpen || status === "expired" || status === "void";

  const resend = async () => onLink((await acts.resend())?.link ?? null);
  const revoke = async () => {
    if (await acts.revoke()) setAsking(false);
  };

  return (
    <div className="flex gap-2">
      {canResend ? (
        <Button
          size="sm"
          aria-label={t("resendNamed", { email })}
          disabledReason={blocked}
          pending={acts.isResending}
          onClick={() => void resend()}
        >
          {t("resend")}
        </Button>
      ) : null}
      {isOpen ? (
        <Button
          size="sm"
          aria-label={t("revokeNamed", { email })}
          disabledReason={blocked}
          onClick={() => setAsking(true)}
        >
          {t("revoke")}
        </Button>
      ) : null}
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t("revokeTitle", { email })}
        labels={{ confirm: t("revoke"), cancel: app("cancel"), close: app("close") }}
        onConfirm={revoke}
        pending={acts.isRevoking}
      >
        <p>{t("revokeText")}</p>
      </ConfirmDialog>
    </div>
  );
}
