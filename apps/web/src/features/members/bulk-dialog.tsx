"use client";

import type { Role } from "@pronaflow/contract";
import { assignableRoles } from "@pronaflow/contract";
import type { BulkResults, Member } from "@pronaflow/contract/outputs/members";
import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { Dialog } from "@pronaflow/ui/dialog";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { BulkKind } from "./bulk-act.ts";
import { reachedBy } from "./bulk-act.ts";
import { BulkAnswers } from "./bulk-answers.tsx";
import { BulkQuestion } from "./bulk-question.tsx";
import { useBulkAct } from "./use-bulk-act.ts";

interface BulkDialogProps {
  workspace: WorkspaceDetail;
  kind: BulkKind;
  chosen: readonly Member[];
  /** `done`: those whom it was done to, and who need not be chosen any more. */
  onClose: (done: readonly string[]) => void;
}

/** Asks before an act on several members, and then says what became of each. */
export function BulkDialog({ workspace, kind, chosen, onClose }: BulkDialogProps) {
  const t = useTranslations("members.bulk");
  const close = useTranslations("app")("close");
  // As it was when it was asked: the list is read anew meanwhile.
  const [asked] = useState(() => ({ members: reachedBy(kind, chosen), count: chosen.length }));
  const [role, setRole] = useState<Role>(() => assignableRoles(workspace.role).at(-1) ?? "GUEST");
  const [codes, setCodes] = useState<ReadonlyMap<string, string | null>>(new Map());
  const { act, isPending } = useBulkAct(workspace.id);
  const isDone = codes.size > 0;
  const done = asked.members.filter(({ id }) => codes.get(id) === null).map(({ id }) => id);

  const run = async () => {
    const left = asked.members.map(({ id }) => id).filter((id) => codes.get(id) !== null);
    const results: BulkResults["results"] = (await act(kind, left, role)) ?? [];
    setCodes((before) => new Map([...before, ...results.map(({ memberId, code }) => [memberId, code] as const)]));
  };
  return (
    <Dialog
      open
      isAlert
      onOpenChange={() => (isPending ? undefined : onClose(done))}
      title={t(isDone ? `done.${kind}` : `title.${kind}`, { count: isDone ? done.length : asked.members.length })}
      closeLabel={close}
    >
      {isDone ? (
        <BulkAnswers
          members={asked.members}
          codes={codes}
          isPending={isPending}
          onRetry={() => void run()}
          onDone={() => onClose(done)}
        />
      ) : (
        <BulkQuestion
          workspace={workspace}
          kind={kind}
          members={asked.members}
          passedOver={asked.count - asked.members.length}
          role={role}
          onRole={setRole}
          isPending={isPending}
          onConfirm={() => void run()}
          onCancel={() => onClose([])}
        />
      )}
    </Dialog>
  );
}
