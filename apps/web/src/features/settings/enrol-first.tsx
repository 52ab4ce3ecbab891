"use client";

import { Banner } from "@pronaflow/ui/banner";
import { Button } from "@pronaflow/ui/button";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { useTRPC } from "#trpc/context.ts";

const EnableDialog = lazy(async () => ({
  default: (await import("#features/factors/enable-dialog.tsx")).EnableDialog,
}));

/** Has an Owner without a second step set it up, here, before they ask for it. No part of a form: its dialog has its own. */
export function EnrolFirst() {
  const t = useTranslations("settings.security");
  const queries = useQueryClient();
  const { me } = useTRPC().auth;
  const [isSettingUp, setSettingUp] = useState(false);
  return (
    <>
      <Banner
        className="mb-4"
        title={t("enrolFirst")}
        action={
          <Button size="sm" onClick={() => setSettingUp(true)}>
            {t("enrol")}
          </Button>
        }
      >
        {t("enrolFirstText")}
      </Banner>
      {isSettingUp ? (
        <Suspense fallback={null}>
          <EnableDialog
            onClose={() => {
              setSettingUp(false);
              void queries.invalidateQueries(me.queryFilter());
            }}
          />
        </Suspense>
      ) : null}
    </>
  );
}
