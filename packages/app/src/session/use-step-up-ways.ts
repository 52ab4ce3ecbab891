"use client";

import { useQuery } from "@tanstack/react-query";
import { answersHere } from "../passkeys/answers-here.ts";
import { knowsPasskeys } from "../passkeys/load-authenticator.ts";
import type { StepUpApi } from "./step-up-api.ts";

export type StepUpWay = "password" | "passkey" | "code";

/** By what the person can prove again who it is; what else there is than the password is read each time it is asked. */
export function useStepUpWays(api: StepUpApi): { ways: StepUpWay[]; isPending: boolean } {
  const read = async () => ({ mfa: await api.mfa.status.query(), own: await api.passkeys.list.query() });
  const { data, isPending } = useQuery({ queryKey: ["step-up-ways"], queryFn: read, staleTime: 0 });
  const hasPasskey = data?.own.passkeys.some((one) => answersHere(one, data.own.host)) && knowsPasskeys();
  const others = [...(hasPasskey ? ["passkey" as const] : []), ...(data?.mfa.enabled ? ["code" as const] : [])];
  return { ways: ["password", ...others], isPending };
}
