"use client";

import { useQuery } from "@tanstack/react-query";
import { useMe } from "#session/use-me.ts";
import { useTRPC } from "#trpc/context.ts";
import { AccountAvatar } from "./account-avatar.tsx";

/** Oneself, as others see one. */
export function OwnAvatar({ size }: { size?: "sm" | "md" | "lg" }) {
  const { user } = useMe();
  const own = useQuery({ ...useTRPC().account.avatar.get.queryOptions(), staleTime: 5 * 60_000 });
  return <AccountAvatar accountId={user.id} name={user.displayName} picture={own.data?.avatar ?? null} size={size} />;
}
