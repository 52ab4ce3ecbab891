"use client";

import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { Button } from "@pronaflow/ui/button";
import { SettingsSection } from "@pronaflow/ui/settings-section";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { useTRPC } from "#trpc/context.ts";
import { MemberSelect } from "./member-select.tsx";
import { useAct } from "./use-act.ts";

const ConfirmDialog = lazy(async () => ({ default: (await import("@pronaflow/ui/confirm-dialog")).ConfirmDialog }));

/** Offers one's ownership to a member, once the workspace's name was typed. */
export function TransferSection({ workspace }: { workspace: WorkspaceDetail }) {
  const t = useTranslations("ownership");
  const app = useTranslations("app");
  const { id, name } = workspace;
  const [chosen, setChosen] = useState({ memberId: "", person: "" });
  const [isAsking, setAsking] = useState(false);
  const offer = useMutation(useTRPC().workspaces.ownership.offer.mutationOptions());
  const { act, isPending } = useAct();
  const { memberId, person } = chosen;

  const confirm = async () => {
    const said = { done: t("offered", { person }), failed: t("offerFailed") };
    if (await act(() => offer.mutateAsync({ id, memberId }), said)) setAsking(false);
  };
  return (
    <SettingsSection
      title={t("transfer")}
      description={t("transferText")}
      footer={
        <div className="flex justify-end">
          <Button disabledReason={memberId ? null : t("chooseFirst")} onClick={() => setAsking(true)}>
            {t("offer")}
          </Button>
        </div>
      }
    >
      <MemberSelect
        workspaceId={id}
        label={t("member")}
        value={memberId}
        onChange={(one, displayName) => setChosen({ memberId: one, person: displayName })}
      />
      {isAsking ? (
        <Suspense fallback={null}>
          <ConfirmDialog
            open
            onOpenChange={setAsking}
            title={t("dialogTitle", { person })}
            labels={{ confirm: t("offer"), cancel: app("cancel"), close: app("close") }}
            typedName={{ expected: name, label: t("typeName", { name }), reason: t("typeReason") }}
            onConfirm={confirm}
            pending={isPending}
          >
            <p>{t("dialogText", { person, name })}</p>
          </ConfirmDialog>
        </Suspense>
      ) : null}
    </SettingsSection>
  );
}
