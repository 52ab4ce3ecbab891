"use client";

import type { OwnPasskeysCalls } from "@pronaflow/app/passkeys/use-passkey-acts.ts";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTRPC, useTRPCClient } from "#trpc/context.ts";

/** The list of one's passkeys, and the calls that change it. */
export function useOwnPasskeys() {
  const { passkeys } = useTRPC().auth;
  const queries = useQueryClient();
  const calls: OwnPasskeysCalls = {
    api: useTRPCClient().auth.passkeys,
    onChanged: () => queries.invalidateQueries(passkeys.list.queryFilter()),
  };
  return { list: useQuery(passkeys.list.queryOptions()), calls };
}
