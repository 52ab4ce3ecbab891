"use client";

import { Banner } from "@pronaflow/ui/banner";
import { Button } from "@pronaflow/ui/button";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";

const EnableDialog = lazy(async () => ({
  default: (await import("#features/factors/enable-dialog.tsx")).EnableDialog,
}));

/** Tells a member without a second step from when the workspace asks for one, while there is time to set it up. */
export function MfaWanted({ name, from }: { name: string; from: string }) {
  const t = useTranslations("workspaces.mfaWanted");
  const format = useFormatter();
  const router = useRouter();
  const [isSettingUp, setSettingUp] = useState(false);
  const day = format.dateTime(new Date(from), { dateStyle: "long" });
  return (
    <Banner
      tone="warning"
      title={t("title", { name, day })}
      action={
        <Button size="sm" onClick={() => setSettingUp(true)}>
          {t("setUp")}
        </Button>
      }
    >
      {t("text")}
      {isSettingUp ? (
        <Suspense fallback={null}>
          <EnableDialog
            onClose={() => {
              setSettingUp(false);
              router.refresh();
            }}
          />
        </Suspense>
      ) : null}
    </Banner>
  );
}
