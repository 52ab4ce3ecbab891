"use client";

import { useQuery } from "@tanstack/react-query";
import { knowsPasskeys } from "../passkeys/load-authenticator.ts";
import type { StepUpApi } from "./step-up-api.ts";

export type StepUpWay = "password" | "passkey" | "code";

/** By what the person can prove again who it is; what else there is than the password is read each time it is asked. */
export function useStepUpWays(api: StepUpApi): StepUpWay[] {
  const read = async () => ({ mfa: await api.mfa.status.query(), own: await api.passkeys.list.query() });
  const { data } = useQuery({ queryKey: ["step-up-ways"], queryFn: read, staleTime: 0 });
  const hasPasskey = data !== undefined && data.own.passkeys.length > 0 && knowsPasskeys();
  return ["password", ...(hasPasskey ? ["passkey" as const] : []), ...(data?.mfa.enabled ? ["code" as const] : [])];
}
