"use client";

import type { Ownership } from "@pronaflow/contract/outputs/ownership";
import { Button } from "@pronaflow/ui/button";
import { SettingsSection } from "@pronaflow/ui/settings-section";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "#trpc/context.ts";
import { MemberSelect } from "./member-select.tsx";
import { useAct } from "./use-act.ts";

const NOBODY = "nobody";

/** Names who takes over when one's own account goes. */
export function HeirSection({ workspaceId, heir }: { workspaceId: string; heir: Ownership["heir"] }) {
  const t = useTranslations("ownership");
  const kept = heir?.memberId ?? NOBODY;
  const [chosen, setChosen] = useState(kept);
  const name = useMutation(useTRPC().workspaces.ownership.nameHeir.mutationOptions());
  const { act, isPending } = useAct();
  const save = () =>
    act(() => name.mutateAsync({ id: workspaceId, memberId: chosen === NOBODY ? null : chosen }), {
      done: t("heirSaved"),
      failed: t("heirFailed"),
    });
  return (
    <SettingsSection
      title={t("heir")}
      description={t("heirText")}
      footer={
        <div className="flex justify-end">
          <Button
            disabledReason={chosen === kept ? t("unchanged") : null}
            pending={isPending}
            onClick={() => void save()}
          >
            {t("saveHeir")}
          </Button>
        </div>
      }
    >
      <MemberSelect
        workspaceId={workspaceId}
        label={t("heir")}
        value={chosen}
        onChange={setChosen}
        none={{ value: NOBODY, label: t("nobody") }}
      />
    </SettingsSection>
  );
}
