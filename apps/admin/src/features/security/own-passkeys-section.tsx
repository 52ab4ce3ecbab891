"use client";

import { OwnPasskeys } from "@pronaflow/app/passkeys/own-passkeys.tsx";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTRPC, useTRPCClient } from "#trpc/context.ts";

/** The passkeys of one's account. `now`: ISO, of the server's render. */
export function OwnPasskeysSection({ now }: { now: string }) {
  const { passkeys } = useTRPC().auth;
  const queries = useQueryClient();
  const { auth } = useTRPCClient();
  const list = useQuery(passkeys.list.queryOptions());
  const onChanged = () => queries.invalidateQueries(passkeys.list.queryFilter());
  return <OwnPasskeys list={list} calls={{ api: auth.passkeys, onChanged }} now={now} whyNot={null} />;
}
