"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "#trpc/context.ts";

/** Which admin is signed in, and what they may do: hydrated by the layout, so it never waits. */
export function useMe() {
  return useSuspenseQuery(useTRPC().auth.me.queryOptions()).data;
}
