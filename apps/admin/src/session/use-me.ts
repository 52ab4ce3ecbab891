"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "#trpc/context.ts";

/** Who is signed in, and their workspaces: hydrated by the layout, so it never waits. */
export function useMe() {
  return useSuspenseQuery(useTRPC().auth.me.queryOptions()).data;
}
