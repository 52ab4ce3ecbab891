"use client";

import { Button } from "@pronaflow/ui/button";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { lazy, Suspense, useState } from "react";
import { useTRPC, useTRPCClient } from "#trpc/context.ts";

const EnableDialog = lazy(async () => ({
  default: (await import("#features/factors/enable-dialog.tsx")).EnableDialog,
}));
const StepUpDialog = lazy(async () => ({
  default: (await import("@pronaflow/app/session/step-up-dialog.tsx")).StepUpDialog,
}));

interface SecondStepActProps extends Pick<ComponentProps<typeof Button>, "size" | "variant"> {
  /** Whether the person has a second step, which this session was made without. */
  hasFactor: boolean;
}

/**
 * Makes this session one of two factors: confirms the second step that is there, or has it set up, and the page drawn
 * anew. To sign in again would not do: a device that is trusted is spared the second step.
 */
export function SecondStepAct({ hasFactor, ...look }: SecondStepActProps) {
  const t = useTranslations("workspaces.secondStep");
  const { auth } = useTRPCClient();
  const { me } = useTRPC().auth;
  const queries = useQueryClient();
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const done = () => {
    setOpen(false);
    void queries.invalidateQueries(me.queryFilter());
    router.refresh();
  };
  return (
    <>
      <Button {...look} onClick={() => setOpen(true)}>
        {t(hasFactor ? "confirm" : "setUp")}
      </Button>
      <Suspense fallback={null}>
        {isOpen && hasFactor ? (
          <StepUpDialog api={auth} isTwofold onProved={done} onDeclined={() => setOpen(false)} />
        ) : null}
        {isOpen && !hasFactor ? <EnableDialog onClose={done} /> : null}
      </Suspense>
    </>
  );
}
