"use client";

import { Button } from "@pronaflow/ui/button";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { useMe } from "#session/use-me.ts";
import { useTRPC, useTRPCClient } from "#trpc/context.ts";

const RegenerateCodes = lazy(async () => ({
  default: (await import("@pronaflow/app/factors/regenerate-codes.tsx")).RegenerateCodes,
}));

/** The button that makes new backup codes, and its dialog. */
export function NewCodesButton() {
  const t = useTranslations("factors");
  const { mfa } = useTRPC().auth;
  const queries = useQueryClient();
  const { auth } = useTRPCClient();
  const { email } = useMe().user;
  const [isOpen, setOpen] = useState(false);
  const refresh = () => queries.invalidateQueries(mfa.status.queryFilter());
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("makeNew")}</Button>
      {isOpen ? (
        <Suspense fallback={null}>
          <RegenerateCodes api={auth.mfa} email={email} onMade={refresh} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
