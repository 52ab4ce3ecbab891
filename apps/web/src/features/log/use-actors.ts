"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "#trpc/context.ts";

// As much as one page of the API holds: those who acted lately.
const LOOKED_AT = 100;

/** Those who acted in the workspace lately, each once. */
export function useActors(workspaceId: string): { id: string; name: string }[] {
  const { data } = useQuery(useTRPC().workspaces.audit.list.queryOptions({ id: workspaceId, limit: LOOKED_AT }));
  const names = new Map<string, string>();
  for (const { actorId, actorName } of data?.items ?? []) if (actorId && actorName) names.set(actorId, actorName);
  return [...names].map(([id, name]) => ({ id, name })).sort((one, other) => one.name.localeCompare(other.name));
}
