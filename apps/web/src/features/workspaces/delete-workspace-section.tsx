"use client";

import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { Button } from "@pronaflow/ui/button";
import { DangerZone } from "@pronaflow/ui/danger-zone";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { AskButton } from "#features/access/ask-button.tsx";
import { useCan } from "#features/access/use-can.ts";

const DeleteWorkspaceDialog = lazy(async () => ({
  default: (await import("./delete-workspace-dialog.tsx")).DeleteWorkspaceDialog,
}));

/** The last section on the page of who owns the workspace. Its dialog is fetched when it is first asked for. */
export function DeleteWorkspaceSection({ workspace }: { workspace: WorkspaceDetail }) {
  const t = useTranslations("workspaces.remove");
  const { whyNot } = useCan(workspace, "workspace.delete");
  const [hasAsked, setHasAsked] = useState(false);
  const [isAsking, setAsking] = useState(false);

  const ask = () => {
    setHasAsked(true);
    setAsking(true);
  };

  return (
    <>
      <DangerZone
        title={t("zone")}
        items={[
          {
            id: "delete",
            title: t("title"),
            description: t("text"),
            action: (
              <span className="flex flex-wrap gap-2">
                <AskButton workspace={workspace} permission="workspace.delete" variant="ghost" />
                <Button variant="danger" disabledReason={whyNot} onClick={ask}>
                  {t("open")}
                </Button>
              </span>
            ),
          },
        ]}
      />
      {hasAsked ? (
        <Suspense fallback={null}>
          <DeleteWorkspaceDialog workspace={workspace} open={isAsking} onOpenChange={setAsking} />
        </Suspense>
      ) : null}
    </>
  );
}
