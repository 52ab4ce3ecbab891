"use client";

import type { Ownership } from "@pronaflow/contract/outputs/ownership";
import { Banner } from "@pronaflow/ui/banner";
import { Button } from "@pronaflow/ui/button";
import { SettingsSection } from "@pronaflow/ui/settings-section";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "#trpc/context.ts";
import { useAct } from "./use-act.ts";
import { useMoment } from "./use-moment.ts";

interface WaitingSectionProps {
  workspaceId: string;
  transfer: NonNullable<Ownership["transfer"]>;
}

/** An offer that waits for its answer, and the way to take it back. */
export function WaitingSection({ workspaceId, transfer }: WaitingSectionProps) {
  const t = useTranslations("ownership");
  const moment = useMoment();
  const cancel = useMutation(useTRPC().workspaces.ownership.cancel.mutationOptions());
  const { act, isPending } = useAct();
  const said = { done: t("cancelled"), failed: t("cancelFailed") };
  return (
    <SettingsSection title={t("transfer")} description={t("transferText")}>
      <Banner
        title={t("waiting", { person: transfer.to.displayName })}
        action={
          <Button
            size="sm"
            pending={isPending}
            onClick={() => void act(() => cancel.mutateAsync({ id: workspaceId }), said)}
          >
            {t("cancel")}
          </Button>
        }
      >
        {t("waitingText", { from: transfer.from, date: moment(transfer.expiresAt) })}
      </Banner>
    </SettingsSection>
  );
}
