"use client";

import { RetryState } from "@pronaflow/app/states/retry-state.tsx";
import { RETURN_DAYS } from "@pronaflow/contract";
import { Button } from "@pronaflow/ui/button";
import { DangerZone } from "@pronaflow/ui/danger-zone";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { useMe } from "#session/use-me.ts";
import { useTRPC } from "#trpc/context.ts";
import { SolelyOwned } from "./solely-owned.tsx";

const DeleteAccountDialog = lazy(async () => ({
  default: (await import("./delete-account-dialog.tsx")).DeleteAccountDialog,
}));

/** The way out, and the workspaces that stand in it. Its dialog is fetched when it is first asked for. */
export function DeleteAccountSection() {
  const t = useTranslations("deletion");
  const { user } = useMe();
  const query = useQuery(useTRPC().account.deletion.get.queryOptions());
  const [hasAsked, setHasAsked] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const solelyOwned = query.data?.solelyOwned ?? [];
  const soleReason = solelyOwned.length > 0 ? t("soleReason") : null;

  const ask = () => {
    setHasAsked(true);
    setAsking(true);
  };

  return (
    <div className="grid gap-4 pt-(--section-gap)">
      <DangerZone
        title={t("zone")}
        items={[
          {
            id: "delete",
            title: t("title"),
            description: t("text", { days: RETURN_DAYS }),
            action: (
              <Button
                variant="danger"
                disabledReason={user.status === "PENDING" ? t("pendingReason") : soleReason}
                onClick={ask}
              >
                {t("open")}
              </Button>
            ),
          },
        ]}
      />
      {query.isError ? <RetryState error={query.error} onRetry={() => void query.refetch()} /> : null}
      {solelyOwned.length > 0 ? <SolelyOwned workspaces={solelyOwned} /> : null}
      {hasAsked ? (
        <Suspense fallback={null}>
          <DeleteAccountDialog open={isAsking} onOpenChange={setAsking} />
        </Suspense>
      ) : null}
    </div>
  );
}
