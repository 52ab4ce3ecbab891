"use client";

import { RegenerateCodes } from "@pronaflow/app/factors/regenerate-codes.tsx";
import { useMe } from "#session/use-me.ts";
import { useTRPCClient } from "#trpc/context.ts";
import { useRefreshFactors } from "./use-refresh-factors.ts";

/** New backup codes for one's account. */
export function RegenerateDialog({ onClose }: { onClose: () => void }) {
  const refresh = useRefreshFactors();
  const { email } = useMe().user;
  return <RegenerateCodes api={useTRPCClient().auth.mfa} email={email} onMade={refresh} onClose={onClose} />;
}
