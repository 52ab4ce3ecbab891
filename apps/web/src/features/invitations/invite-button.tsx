"use client";

import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { Button } from "@pronaflow/ui/button";
import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { AskButton } from "#features/access/ask-button.tsx";
import { useCan } from "#features/access/use-can.ts";

// The page is read far more often than people are invited.
const InviteDialog = lazy(async () => ({ default: (await import("./invite-dialog.tsx")).InviteDialog }));

/** Opens the dialog in which people are invited; says why where the role may not. */
export function InviteButton({ workspace }: { workspace: WorkspaceDetail }) {
  const t = useTranslations("invitations");
  const { whyNot } = useCan(workspace, "members.invite");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <AskButton workspace={workspace} permission="members.invite" variant="ghost" />
      <Button variant="primary" disabledReason={whyNot} onClick={() => setOpen(true)}>
        <UserPlus aria-hidden />
        {t("invite")}
      </Button>
      {isOpen ? (
        <Suspense>
          <InviteDialog workspace={workspace} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
