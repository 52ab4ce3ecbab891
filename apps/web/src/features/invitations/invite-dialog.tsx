"use client";

import type { Invited } from "@pronaflow/contract/outputs/invitations";
import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { Dialog } from "@pronaflow/ui/dialog";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { InviteForm } from "./invite-form.tsx";
import { InvitedRows } from "./invited-rows.tsx";
import type { ParsedAddresses } from "./parse-addresses.ts";

/** Whom to invite as what, and then what became of each. What was typed stays until it went out. */
export function InviteDialog({ workspace, onClose }: { workspace: WorkspaceDetail; onClose: () => void }) {
  const t = useTranslations("invitations");
  const close = useTranslations("app")("close");
  const [answer, setAnswer] = useState<Invited | null>(null);
  const [parsed, setParsed] = useState<ParsedAddresses | null>(null);
  const show = (invited: Invited, from: ParsedAddresses) => {
    setAnswer(invited);
    setParsed(from);
  };
  return (
    <Dialog
      open
      isAlert
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      width="lg"
      title={answer ? t("doneTitle", { count: answer.invited }) : t("dialogTitle")}
      description={answer ? undefined : t("dialogText")}
      closeLabel={close}
    >
      {answer ? (
        <InvitedRows
          answer={answer}
          repeated={parsed?.repeated ?? []}
          unread={parsed?.unread ?? []}
          onMore={() => setAnswer(null)}
          onDone={onClose}
        />
      ) : (
        <InviteForm workspace={workspace} onInvited={show} />
      )}
    </Dialog>
  );
}
