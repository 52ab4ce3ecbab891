"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "#trpc/context.ts";

/** After a change to the second step: its state, the sessions it ended and the devices it forgot are read again. */
export function useRefreshFactors(): () => Promise<void> {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return async () => {
    await Promise.all([
      queries.invalidateQueries(trpc.auth.mfa.status.queryFilter()),
      queries.invalidateQueries(trpc.auth.sessions.list.queryFilter()),
      queries.invalidateQueries(trpc.auth.devices.list.queryFilter()),
    ]);
  };
}
