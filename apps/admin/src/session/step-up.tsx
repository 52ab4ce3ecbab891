"use client";

import { StepUpProvider } from "@pronaflow/app/session/step-up-provider.tsx";
import type { ReactNode } from "react";
import { useTRPCClient } from "#trpc/context.ts";

/** Asks again who it is, by this app's own calls, for everything inside. */
export function StepUp({ children }: { children: ReactNode }) {
  return <StepUpProvider api={useTRPCClient().auth}>{children}</StepUpProvider>;
}
