"use client";

import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { Button } from "@pronaflow/ui/button";
import { DangerZone } from "@pronaflow/ui/danger-zone";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DeleteWorkspaceDialog } from "./delete-workspace-dialog.tsx";
import { useWhyNot } from "./use-why-not.ts";

/** The last section of the settings. */
export function DeleteWorkspaceSection({ workspace }: { workspace: WorkspaceDetail }) {
  const t = useTranslations("workspaces.remove");
  const whyNot = useWhyNot(workspace.role)("workspace.delete");
  const [isAsking, setAsking] = useState(false);
  return (
    <DangerZone
      title={t("zone")}
      items={[
        {
          id: "delete",
          title: t("title"),
          description: t("text"),
          action: whyNot ? (
            <Button variant="danger" disabledReason={whyNot}>
              {t("open")}
            </Button>
          ) : (
            <DeleteWorkspaceDialog
              workspace={workspace}
              open={isAsking}
              onOpenChange={setAsking}
              trigger={<Button variant="danger">{t("open")}</Button>}
            />
          ),
        },
      ]}
    />
  );
}
