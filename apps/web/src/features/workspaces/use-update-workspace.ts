"use client";

import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "#trpc/context.ts";

type Changes = { name?: string; description?: string; slug?: string };

/** Changes a workspace and lets every list that names it be read again. */
export function useUpdateWorkspace(workspace: WorkspaceDetail): (changes: Changes) => Promise<void> {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const update = useMutation(trpc.workspaces.update.mutationOptions());
  return async (changes) => {
    await update.mutateAsync({ id: workspace.id, ...changes });
    await queries.invalidateQueries(trpc.auth.me.queryFilter());
    await queries.invalidateQueries(trpc.workspaces.pathFilter());
  };
}
