"use client";

import type { Permission } from "@pronaflow/contract";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "#trpc/context.ts";

const FRESH_MS = 5 * 60_000;

/** Who can give a permission; read once for all that ask for it on a page. */
export function useGrantors(id: string, permission: Permission, isWanted = true) {
  const { grantors } = useTRPC().workspaces.members;
  return useQuery({ ...grantors.queryOptions({ id, permission }), enabled: isWanted, staleTime: FRESH_MS });
}
