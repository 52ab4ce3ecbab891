"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTRPC } from "#trpc/context.ts";
import { personInput } from "./log-address.ts";

/**
 * Those who ever acted in the workspace and are found by what is typed, null where nobody looks; and the name of the one
 * who is chosen.
 */
export function usePeople(workspaceId: string, who: string | null, sought: string | null) {
  const { people } = useTRPC().workspaces.audit;
  const found = useQuery(
    people.queryOptions(
      { id: workspaceId, q: sought || undefined },
      { enabled: sought !== null, placeholderData: keepPreviousData },
    ),
  );
  const asked = useQuery(people.queryOptions(personInput(workspaceId, who), { enabled: who !== null }));
  return {
    people: found.data?.items ?? [],
    chosen: who === null ? null : asked.data?.items[0]?.displayName,
    isMore: Boolean(found.data?.nextCursor),
    isSearching: found.isPending || found.isPlaceholderData,
    error: found.error,
  };
}
