"use client";

import type { Member } from "@pronaflow/contract/outputs/members";
import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { Button } from "@pronaflow/ui/button";
import { Dialog } from "@pronaflow/ui/dialog";
import { Field } from "@pronaflow/ui/field";
import { Input } from "@pronaflow/ui/input";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { dayOf, endOfDay } from "./end-of-day.ts";
import { useMemberActs } from "./use-member-acts.ts";

interface EndDialogProps {
  workspace: WorkspaceDetail;
  member: Member;
  onClose: () => void;
}

/** Until when a Guest is let in: to the end of that day where the viewer is, or for good. */
export function EndDialog({ workspace, member, onClose }: EndDialogProps) {
  const t = useTranslations("members");
  const app = useTranslations("app");
  const [day, setDay] = useState(() => (member.endsAt ? dayOf(new Date(member.endsAt)) : ""));
  const acts = useMemberActs(workspace);
  const save = async (endsAt: string | null) => {
    if (await acts.update(member, { endsAt })) onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("endTitle", { name: member.displayName })}
      description={t("endText")}
      closeLabel={app("close")}
      footer={
        <>
          {member.endsAt ? (
            <Button pending={acts.isPending} onClick={() => void save(null)}>
              {t("noEnd")}
            </Button>
          ) : (
            <Button onClick={onClose}>{app("cancel")}</Button>
          )}
          <Button
            variant="primary"
            pending={acts.isPending}
            disabledReason={day ? null : t("chooseDay")}
            onClick={() => void save(endOfDay(day))}
          >
            {t("setEnd")}
          </Button>
        </>
      }
    >
      <Field label={t("lastDay")}>
        <Input type="date" value={day} onChange={(event) => setDay(event.target.value)} />
      </Field>
    </Dialog>
  );
}
