"use client";

import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { Button } from "@pronaflow/ui/button";
import { SettingsSection } from "@pronaflow/ui/settings-section";
import { useTranslations } from "next-intl";
import { AskButton } from "#features/access/ask-button.tsx";
import { useCan } from "#features/access/use-can.ts";

/** In place of handing over, for a role that may not: why, who can change that, and the way to ask them. */
export function TransferClosed({ workspace }: { workspace: WorkspaceDetail }) {
  const t = useTranslations("ownership");
  const { whyNot } = useCan(workspace, "ownership.transfer");
  return (
    <SettingsSection
      title={t("transfer")}
      description={t("transferText")}
      footer={
        <div className="flex flex-wrap justify-end gap-2">
          <AskButton workspace={workspace} permission="ownership.transfer" variant="ghost" />
          <Button disabledReason={whyNot}>{t("offer")}</Button>
        </div>
      }
    >
      <p className="text-muted-foreground">{whyNot}</p>
    </SettingsSection>
  );
}
